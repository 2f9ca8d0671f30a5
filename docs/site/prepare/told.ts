const node = String.raw`(\[\*\]|\w+)(?:\[([^\]]*)\])?`;
const arrow = new RegExp(String.raw`^${node}\s*(?:-->>|->>|-->)\s*(?:\|([^|]*)\|\s*)?${node}(?::\s*(.+))?$`);
const participant = /^participant (\w+) as (.+)$/;

/**
 * A diagram in words, for whoever hears it: its arrows, in order, each with where it leads from and to.
 *
 * @throws Error, where no arrow of it is understood: it would be a picture without a name.
 */
export function told(source: string): string {
  const names = new Map<string, string>();
  const nameOf = (id: string, label: string | undefined, isEnd: boolean): string => {
    if (id === '[*]') return isEnd ? 'the end' : 'the beginning';
    if (label) names.set(id, label);
    return names.get(id) ?? id;
  };
  const sentences = source.split('\n').flatMap((line) => {
    const [, id, name] = participant.exec(line.trim()) ?? [];
    if (id && name) names.set(id, name);
    const [found, from, fromName, on, to, toName, after] = arrow.exec(line.trim()) ?? [];
    if (!found || !from || !to) return [];
    const what = on ?? after;
    const way = `${nameOf(from, fromName, false)} to ${nameOf(to, toName, true)}`;
    return [what ? `${way}: ${what}` : way];
  });
  if (sentences.length === 0) throw new Error(`Nobody could tell this diagram:\n${source}`);
  return sentences.join('; ');
}
