/** A node of a plan, as PostgreSQL writes it. */
export type Node = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
};
export type Explained = { readonly 'Query Text': string; readonly Plan: Node };

export type Finding = {
  readonly statement: string;
  readonly times: number;
  /** How each table is reached. */
  readonly ways: readonly string[];
  /** What must not be there. */
  readonly faults: readonly string[];
};

/** Rows that may be gone through without anybody noticing. */
const MANY = 1_000;

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const wayOf = (node: Node): string | undefined => {
  const { 'Node Type': type, 'Relation Name': relation, 'Index Name': index } = node;
  if (index !== undefined) return `${type} ${index}`;
  return relation !== undefined && type.endsWith('Scan') ? `${type} ${relation}` : undefined;
};

function faultOf(node: Node, large: ReadonlySet<string>): string | undefined {
  const { 'Node Type': type, 'Relation Name': relation = '', 'Actual Loops': loops = 0 } = node;
  // Chosen for a part that was never looked at: it costs nothing.
  if (loops === 0) return undefined;
  if (type === 'Seq Scan' && large.has(relation)) return `reads all of ${relation}`;
  const sorted = node['Actual Rows'] ?? 0;
  if (type === 'Sort' && sorted > MANY) return `sorts ${sorted} rows`;
  const passed = (node['Rows Removed by Filter'] ?? 0) * loops;
  return passed > MANY ? `passes over ${passed} rows of ${relation}` : undefined;
}

const present = <Value>(value: Value | undefined): value is Value => value !== undefined;

/** Each statement once, with all the ways it was run in. `large`: tables nobody may read from end to end. */
export function findingsIn(all: readonly Explained[], large: ReadonlySet<string>): readonly Finding[] {
  const byText = new Map<string, Node[]>();
  for (const { 'Query Text': text, Plan } of all) {
    const statement = text.replaceAll(/\s+/g, ' ').trim();
    byText.set(statement, [...(byText.get(statement) ?? []), Plan]);
  }
  return [...byText].map(([statement, plans]) => {
    const nodes = plans.flatMap(nodesOf);
    return {
      statement,
      times: plans.length,
      ways: [...new Set(nodes.map(wayOf).filter(present))],
      faults: [...new Set(nodes.map((node) => faultOf(node, large)).filter(present))],
    };
  });
}
