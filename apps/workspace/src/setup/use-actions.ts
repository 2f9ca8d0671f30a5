import { useState } from 'react';
import type { Trouble } from '../api/answer';
import { useAnswer } from './use-answer';

/** Where what is accepted is carried out: what is kept, what is typed, and the secret while it is shown. */
export function useActions() {
  const { value, client, setValue } = useAnswer((from) => from.actions());
  const [typed, setTyped] = useState<string | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [refused, setRefused] = useState<Trouble | null>(null);
  const kept = value?.url ?? null;
  const show = (url: string | null, made: string | null) => {
    setValue({ url });
    setTyped(null);
    setSecret(made);
  };
  const save = async (url: string, rotate: boolean) => {
    const answer = await client.setActions({ url, rotate });
    setRefused(answer.ok ? null : answer.trouble);
    if (answer.ok) show(answer.value.url, answer.value.secret);
  };
  const turnOff = async () => {
    const answer = await client.removeActions();
    setRefused(answer.ok ? null : answer.trouble);
    if (answer.ok) show(null, null);
  };
  return { kept, url: typed ?? kept ?? '', type: setTyped, secret, refused, save, turnOff };
}
