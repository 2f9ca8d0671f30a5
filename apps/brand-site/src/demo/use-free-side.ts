import { useEffect, useState } from 'react';
import { chatElement } from '../chat/chat-element';

const sides = { left: 'left-4', right: 'right-4' } as const;

/** The side of the screen where the launcher does not stand: from right to left, or by a brand's wish, it stands at the left. */
export function useFreeSide(): string {
  const [side, setSide] = useState<keyof typeof sides>('left');
  useEffect(() => {
    const look = () => {
      const chat = chatElement();
      if (!chat) return;
      const { left, width } = chat.getBoundingClientRect();
      setSide(left + width / 2 < innerWidth / 2 ? 'right' : 'left');
    };
    document.addEventListener('countersign:ready', look);
    return () => document.removeEventListener('countersign:ready', look);
  }, []);
  return sides[side];
}
