import type { Fact } from '@countersign/claims';

export type DisplayName = { readonly text: string; readonly sealed: boolean };

/** What a person is called: by their name, or by the two halves of it. Sealed only as far as each part is. */
export function displayNameOf(facts: readonly Fact[]): DisplayName | undefined {
  const whole = facts.find(({ name }) => name === 'name');
  const halves = ['given_name', 'family_name'].map((half) => facts.find(({ name }) => name === half));
  const parts = (whole ? [whole] : halves).filter((fact) => fact !== undefined);
  const text = parts
    .map(({ value }) => String(value).trim())
    .join(' ')
    .trim();
  return text === '' ? undefined : { text, sealed: parts.every(({ sealed }) => sealed) };
}
