const rfc = /^RFC (\d{3,5})(?:, section ([\d.]+))?/;

/** Where a clause can be read. The documents are named here and nowhere else: a trace brings only their words. */
export function clauseAddress(clause: string): string | null {
  const found = rfc.exec(clause);
  if (found) {
    const [, number, section] = found;
    return `https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ''}`;
  }
  if (clause.startsWith('OpenID Connect Core 1.0'))
    return 'https://openid.net/specs/openid-connect-core-1_0.html';
  return null;
}
