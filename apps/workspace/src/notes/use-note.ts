import { NOTE_LIMIT } from '@countersign/contracts';
import { useRef, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useDesk, useDeskState, useMe } from '../desk/desk-context';
import { drafts } from '../desk/drafts';
import { mentionedIn } from './mentioned-in';

const nobody = [] as const;
/** A draft of its own, beside that of the answer. */
const draftOf = (conversation: string) => `note:${conversation}`;

/** Everybody else who answers for the brand. */
export function useOthers() {
  const { agent } = useMe();
  const colleagues = useDeskState((desk) => desk.colleagues) ?? nobody;
  return colleagues.filter(({ id }) => id !== agent.id);
}

/** A note that is being written. Sending once more what was not answered does no harm: it keeps its id until it is there. */
export function useNote(id: string) {
  const desk = useDesk();
  const others = useOthers();
  const [text, setText] = useState(() => drafts.read(draftOf(id)));
  const [why, setWhy] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const clientId = useRef(crypto.randomUUID());
  const write = (next: string) => {
    drafts.keep(draftOf(id), next);
    setText(next);
  };
  const over = text.length - NOTE_LIMIT;
  const ready = text.trim() !== '' && over <= 0 && !busy;
  const add = async () => {
    if (!ready) return;
    setBusy(true);
    const mentions = mentionedIn(text, others).map((one) => one.id);
    const trouble = await desk.addNote(id, { clientId: clientId.current, text, mentions });
    setBusy(false);
    setWhy(trouble);
    if (trouble?.code === 'unreachable') return;
    clientId.current = crypto.randomUUID();
    if (!trouble) write('');
  };
  return { text, write, why, ready, over, add };
}
