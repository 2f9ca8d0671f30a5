import { ATTACHMENT_LIMIT, type Attachment } from '@countersign/contracts';
import { useEffect, useRef, useState } from 'react';
import type { Trouble } from '../api/answer';
import { upload } from '../api/upload.client';
import { useSettings } from '../settings/settings';

export const KINDS = 'image/png,image/jpeg,image/webp,image/gif,image/avif,application/pdf';

type Against = 'kind' | 'tooLarge' | 'empty';

/** A file that was chosen: on its way, there, or refused. */
export type Attaching = {
  readonly file: File;
  readonly part: number;
  readonly there: Attachment | null;
  readonly why: Against | Trouble | null;
};

const reasonAgainst = ({ type, size }: File): Against | null => {
  if (!KINDS.split(',').includes(type)) return 'kind';
  if (size > ATTACHMENT_LIMIT) return 'tooLarge';
  return size === 0 ? 'empty' : null;
};

/** One file at a time, brought to the service as soon as it is chosen: sending then takes no time. */
export function useAttaching(conversation: string) {
  const { apiUrl } = useSettings();
  const [attaching, setAttaching] = useState<Attaching | null>(null);
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  const clear = () => {
    stop.current?.abort();
    setAttaching(null);
  };
  async function choose(file: File): Promise<void> {
    clear();
    const why = reasonAgainst(file);
    setAttaching({ file, part: 0, there: null, why });
    if (why !== null) return;
    const mine = new AbortController();
    const { signal } = mine;
    stop.current = mine;
    const onProgress = (part: number) => setAttaching((one) => (one?.file === file ? { ...one, part } : one));
    const answer = await upload({ apiUrl, conversation, file, onProgress, signal });
    if (signal.aborted) return;
    setAttaching(
      answer.ok
        ? { file, part: 1, there: answer.value, why: null }
        : { file, part: 0, there: null, why: answer.trouble },
    );
  }
  return { attaching, choose, clear };
}
