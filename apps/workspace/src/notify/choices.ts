/** How this browser's agent wants to be told. All of it is off until they ask for it. */
export type NoticeChoices = {
  readonly sound: boolean;
  readonly desktop: boolean;
  /** Whether a notice of the desktop says who wrote and what: others may see the screen. */
  readonly text: boolean;
};
export const silent: NoticeChoices = { sound: false, desktop: false, text: false };

const KEY = 'countersign:notices';

const isOn = (kept: unknown, name: keyof NoticeChoices): boolean =>
  typeof kept === 'object' &&
  kept !== null &&
  name in kept &&
  (kept as Record<string, unknown>)[name] === true;

/** Whatever else stands there counts as off. */
export function readChoices(text: string | null): NoticeChoices {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    return { sound: isOn(kept, 'sound'), desktop: isOn(kept, 'desktop'), text: isOn(kept, 'text') };
  } catch {
    return silent;
  }
}

export function keptChoices(): NoticeChoices {
  try {
    return readChoices(localStorage.getItem(KEY));
  } catch {
    return silent;
  }
}

export function keepChoices(choices: NoticeChoices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Storage is switched off: they hold as long as the page does.
  }
}
