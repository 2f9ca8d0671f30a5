import type {} from 'react';

/** The chat's element as a page sees it: what its public guide promises, no more. */
export type ChatElement = HTMLElement & {
  open?: () => void;
  signIn?: () => Promise<void>;
  signOut?: () => Promise<void>;
};

export const chatElement = (): ChatElement | null => document.querySelector<ChatElement>('countersign-chat');

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'countersign-chat': HTMLAttributes<HTMLElement> & {
        readonly brand: string;
        readonly connection: string;
        /** The subject of whoever is signed in at the brand; empty: nobody. */
        readonly 'signed-in-as': string;
      };
    }
  }
}
