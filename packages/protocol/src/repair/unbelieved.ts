type Members = Readonly<Record<string, unknown>>;

/** A token read for those who repair it. Nothing of it is believed: no verdict may depend on this. */
export type Unbelieved = {
  /** Outermost first. */
  readonly headers: readonly Members[];
  /** Undefined where the payload cannot be read: encrypted, or not JSON. */
  readonly claims: Members | undefined;
};

function membersOf(part: string | undefined): Members | undefined {
  try {
    const binary = atob((part ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Members)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads a compact token as far as it can be read.
 * @param signingInput `header.payload` of the token inside, where somebody has opened the envelope
 */
export function readUnbelieved(token: string, signingInput?: string): Unbelieved {
  const parts = token.split('.');
  const [header, payload] = (signingInput ?? (parts.length === 5 ? '' : token)).split('.');
  const outer = parts.length === 5 ? membersOf(parts[0]) : undefined;
  const inner = membersOf(header);
  return { headers: [outer, inner].filter((one) => one !== undefined), claims: membersOf(payload) };
}
