'use client';

import { type Attachment, may } from '@countersign/contracts';
import { FileText, ImageIcon } from 'lucide-react';
import { useState } from 'react';
import { fileAddress } from '../api/upload.client';
import { useMe } from '../desk/desk-context';
import { useRow } from '../desk/use-thread';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { PictureDialog } from '../ui/picture-dialog';

const card =
  'flex max-w-full min-w-0 cursor-pointer flex-col gap-1.5 rounded-card border border-line bg-surface p-1.5 text-start text-ink no-underline hover:bg-hover';

/** Its name and how large it is. The name is somebody's text: it finds its own direction and stays in its place. */
export function FileName({ name, bytes, isPicture }: { name: string; bytes: number; isPicture: boolean }) {
  const { formats } = useWords();
  const Icon = isPicture ? ImageIcon : FileText;
  return (
    <span className="flex min-w-0 items-center gap-1.5 px-1 text-sm">
      <Icon aria-hidden size={14} className="shrink-0" />
      <bdi className="min-w-0 truncate">{name}</bdi>
      <span className="shrink-0 text-quiet">{formats.size(bytes)}</span>
    </span>
  );
}

/** As with facts: whoever has the conversation, while it is open; for a lead any. */
function useMayOpen(conversation: string): boolean {
  const { agent } = useMe();
  const row = useRow(conversation);
  return may(agent.role, 'lead') || (row?.state !== 'ended' && row?.agent?.id === agent.id);
}

/** A file that was sent. Whoever does not have the conversation reads its name, and no more. */
export function FileCard({ attachment, conversation }: { attachment: Attachment; conversation: string }) {
  const { apiUrl } = useSettings();
  const words = useWords().conversation;
  const [open, setOpen] = useState(false);
  const mayOpen = useMayOpen(conversation);
  const { id, name, bytes, type, width, height } = attachment;
  const isPicture = type !== 'application/pdf';
  const label = <FileName name={name} bytes={bytes} isPicture={isPicture} />;
  if (!mayOpen)
    return (
      <div data-testid="attachment" className={classNames(card, 'cursor-default')}>
        {label}
        <span className="px-1 text-xs text-quiet">{words.fileIsTheirs}</span>
      </div>
    );
  if (!isPicture)
    return (
      <a
        href={fileAddress(apiUrl, id, 'whole')}
        target="_blank"
        rel="noopener noreferrer"
        data-testid="attachment"
        className={card}
      >
        {label}
      </a>
    );
  return (
    <>
      <button type="button" data-testid="attachment" className={card} onClick={() => setOpen(true)}>
        <img
          src={fileAddress(apiUrl, id, 'preview')}
          alt={words.openFile(name)}
          width={width ?? undefined}
          height={height ?? undefined}
          className="h-auto max-h-60 w-auto max-w-full self-start rounded-control object-contain"
        />
        {label}
      </button>
      <PictureDialog
        name={name}
        source={fileAddress(apiUrl, id, 'whole')}
        open={open}
        onOpenChange={setOpen}
      />
    </>
  );
}
