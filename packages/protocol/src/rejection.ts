import { type RejectionReason, storable } from '@countersign/claims';

/** A check that failed: the one reason, and what was expected and seen, redacted already. */
export type Rejection = {
  readonly reason: RejectionReason;
  readonly expected?: string;
  readonly seen?: string;
};

/** A value, or why there is none. Expected outcomes are values; nothing here throws. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly rejection: Rejection };

const LIMIT = 200;
/** As a trace keeps it: cut, and without what no database stores. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value || 'an empty text' : (JSON.stringify(value) ?? 'absent');
  return storable(text.length > LIMIT ? `${text.slice(0, LIMIT - 1)}…` : text);
};

/** A rejection that may show both sides: only for `iss aud azp iat exp nbf auth_time acr alg enc typ cty kid`. */
export const reject = (reason: RejectionReason, expected?: unknown, seen?: unknown): Rejection => ({
  reason,
  ...(expected === undefined ? {} : { expected: shown(expected) }),
  ...(expected === undefined && seen === undefined ? {} : { seen: shown(seen) }),
});

export const accepted = <Value>(value: Value): Outcome<Value> => ({ ok: true, value });
export const refused = (rejection: Rejection): { ok: false; rejection: Rejection } => ({
  ok: false,
  rejection,
});
