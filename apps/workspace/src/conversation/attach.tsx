'use client';

import { Paperclip, RotateCw, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../ui/button';
import { FileName } from './file-card';
import { type Attaching, KINDS } from './use-attaching';

/** Opens the system's own choice of a file. */
export function AttachButton({ disabled, onChoose }: { disabled: boolean; onChoose: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        kind="quiet"
        aria-label="Attach a file"
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
  return (
    <div
      className="flex items-center gap-2 rounded-control border border-line px-2 py-1"
      data-testid="attached"
    >
      <FileName name={file.name} bytes={file.size} isPicture={file.type !== 'application/pdf'} />
      <span role="status" className="min-w-0 flex-1 text-xs text-quiet">
        {why !== null ? (
          <span className="text-revoked-ink">Not attached. {why}</span>
        ) : there ? (
          'Ready to send'
        ) : (
          <progress
            max={1}
            {...(part > 0 ? { value: part } : {})}
            aria-label={`Uploading ${file.name}`}
            className="h-1.5 w-full accent-(--cs-accent)"
          />
        )}
      </span>
      {why !== null && (
        <Button kind="quiet" aria-label={`Try ${file.name} again`} onClick={onAgain}>
          <RotateCw aria-hidden size={14} />
        </Button>
      )}
      <Button
        kind="quiet"
        aria-label={there || why !== null ? `Remove ${file.name}` : `Cancel ${file.name}`}
        onClick={onRemove}
      >
        <X aria-hidden size={14} />
      </Button>
    </div>
  );
}
