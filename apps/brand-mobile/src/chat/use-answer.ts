import type { CardTrouble } from '@countersign/chat-client';
import { useState } from 'react';
import { type Card, troubleWords } from './card-words';
import type { ChatApp } from './talk';

export type Answer = Parameters<ChatApp['answerCard']>[0];
export type AnswerCard = (answer: Answer) => Promise<CardTrouble>;

/** Says yes or no to a card, once at a time, and keeps what came of it until the card has changed. */
export function useAnswer({ id, changedAt }: Card, answerCard: AnswerCard) {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState({ of: changedAt, words: '' });
  const answer = async (yes: boolean, choice?: string): Promise<void> => {
    setBusy(true);
    setTrouble({ of: changedAt, words: '' });
    const why = await answerCard({
      card: id,
      answer: yes ? 'accept' : 'decline',
      ...(yes && choice !== undefined ? { choice } : {}),
    });
    setBusy(false);
    if (why !== undefined) setTrouble({ of: changedAt, words: troubleWords(why) });
  };
  return { answer, isBusy, trouble: trouble.of === changedAt ? trouble.words : '' };
}
