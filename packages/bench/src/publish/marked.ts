const between = (name: string): RegExp =>
  new RegExp(`(<!-- bench: ${name} -->\\n)[\\s\\S]*?(<!-- /bench: ${name} -->)`, 'g');

/** A text with each of these parts where it is marked. What is not marked, and marks of other parts, stay as they are. */
export const withParts = (text: string, parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts).reduce(
    (done, [name, part]) =>
      done.replace(between(name), (_, begin: string, end: string) => `${begin}${part}\n${end}`),
    text,
  );
