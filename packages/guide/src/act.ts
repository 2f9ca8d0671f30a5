/** One element of a page, of those that fit the last or the first; also within open shadow roots. */
export type Target = {
  readonly testid: string;
  /** What stands in it. */
  readonly text?: string;
  /** As the page calls what becomes of it: its `data-state`. */
  readonly state?: string;
  readonly pick?: 'first';
};

/** What a hand does. Each waits for its element. */
export type Act =
  | { readonly kind: 'click'; readonly on: Target }
  | { readonly kind: 'type'; readonly on: Target; readonly text: string }
  /** Waits until it is there, and points at it. */
  | { readonly kind: 'point'; readonly on: Target };

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 2_000;
const isTextOrNothing = (value: unknown): value is string | undefined => value === undefined || isText(value);
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function targetOf(value: unknown): Target | undefined {
  const [testid, text, state, pick] = ['testid', 'text', 'state', 'pick'].map((name) => member(value, name));
  if (!isText(testid) || !isTextOrNothing(text) || !isTextOrNothing(state)) return undefined;
  if (pick !== undefined && pick !== 'first') return undefined;
  return {
    testid,
    ...(pick === undefined ? {} : { pick }),
    ...(text === undefined ? {} : { text }),
    ...(state === undefined ? {} : { state }),
  };
}

/** What another window asks for, if it is anything that is known here. */
export function actOf(value: unknown): Act | undefined {
  const [kind, on, text] = [member(value, 'kind'), targetOf(member(value, 'on')), member(value, 'text')];
  if (!on) return undefined;
  if (kind === 'type') return isText(text) ? { kind, on, text } : undefined;
  return kind === 'click' || kind === 'point' ? { kind, on } : undefined;
}
