let announce: () => void = () => undefined;
const ready = new Promise<void>((resolve) => {
  announce = resolve;
});

/** Listens before the chat is put on the page, so that its first word is not missed. */
export const watchReady = (): void =>
  document.addEventListener('countersign:ready', () => announce(), { once: true });

/** The chat has read its settings, and resumed or not: from here on it can be asked for something. */
export const whenReady = (): Promise<void> => ready;
