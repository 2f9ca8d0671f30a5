'use client';

import { Paperclip, RotateCw, X } from 'lucide-react';
import { useRef } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { FileName } from './file-card';
import { type Attaching, KINDS } from './use-attaching';

/** Opens the system's own choice of a file. */
export function AttachButton({ disabled, onChoose }: { disabled: boolean; onChoose: (file: File) => void }) {
  const { conversation } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        kind="quiet"
        aria-label={conversation.attach}
        data-testid="attach"
        disabled={disabled}
        className="h-9"
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden size={16} />
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={KINDS}
        data-testid="file-input"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onChoose(file);
        }}
      />
    </>
  );
}

/** The file that goes with the next message, and how far it is. */
export function AttachedFile({
  attaching: { file, part, there, why },
  onAgain,
  onRemove,
}: {
  attaching: Attaching;
  onAgain: () => void;
  onRemove: () => void;
}) {
  const { conversation, trouble } = useWords();
  const words = conversation.attached;
  return (
    <div
      className="flex items-center gap-2 rounded-control border border-line px-2 py-1"
      data-testid="attached"
    >
      <FileName name={file.name} bytes={file.size} isPicture={file.type !== 'application/pdf'} />
      <span role="status" className="min-w-0 flex-1 text-xs text-quiet">
        {why !== null ? (
          <span className="text-revoked-ink">
            {words.not(typeof why === 'string' ? words[why] : trouble(why))}
          </span>
        ) : there ? (
          words.ready
        ) : (
          <progress
            max={1}
            {...(part > 0 ? { value: part } : {})}
            aria-label={words.uploading(file.name)}
            className="h-1.5 w-full accent-(--cs-accent)"
          />
        )}
      </span>
      {why !== null && (
        <Button kind="quiet" aria-label={words.again(file.name)} onClick={onAgain}>
          <RotateCw aria-hidden size={14} />
        </Button>
      )}
      <Button
        kind="quiet"
        aria-label={there || why !== null ? words.remove(file.name) : words.cancel(file.name)}
        onClick={onRemove}
      >
        <X aria-hidden size={14} />
      </Button>
    </div>
  );
}
