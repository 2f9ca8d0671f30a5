export type PageFactSet = Readonly<Record<string, string>>;

declare global {
  interface Window {
    /** The chat's queue: what is pushed before its script has come is read when it comes. */
    countersign?: { push(item: { pageFacts: PageFactSet }): unknown };
  }
}

let seen: PageFactSet = {};
let claimed: PageFactSet = {};

function send(): void {
  if (!window.countersign) {
    const queue: { pageFacts: PageFactSet }[] = [];
    window.countersign = queue;
  }
  window.countersign.push({ pageFacts: { ...seen, ...claimed } });
}

/** What the visitor is looking at now. */
export function say(facts: PageFactSet): void {
  seen = facts;
  send();
}

/** What a page might claim beside it: anything at all. For the demo's impostor. */
export function claim(facts: PageFactSet): void {
  claimed = facts;
  send();
}

export const isClaiming = (): boolean => Object.keys(claimed).length > 0;
