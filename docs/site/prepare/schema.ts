/** As much of JSON Schema as a table of members needs. */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
};

const quoted = (value: unknown): string => `\`${JSON.stringify(value)}\``;
const choices = (schema: Schema): readonly Schema[] => schema.anyOf ?? schema.oneOf ?? [];

/** What a value may be, in a few words. */
export function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return quoted(schema.const);
  if (schema.enum) return schema.enum.map(quoted).join(' or ');
  if (choices(schema).length > 0) return [...new Set(choices(schema).map(kindOf))].join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? kindOf(schema.items) : 'anything'}`;
  if (schema.type === 'object')
    return schema.properties || typeof schema.additionalProperties !== 'object'
      ? 'object'
      : `object of ${kindOf(schema.additionalProperties)}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : String(schema.type ?? 'anything');
  return schema.format ? `${type} (${schema.format})` : type;
}

function limitsOf(schema: Schema): string {
  const limits = [
    schema.minLength !== undefined && schema.minLength > 0 ? `at least ${schema.minLength} characters` : '',
    schema.maxLength === undefined ? '' : `at most ${schema.maxLength} characters`,
    schema.minimum === undefined || schema.minimum <= Number.MIN_SAFE_INTEGER ? '' : `from ${schema.minimum}`,
    schema.maximum === undefined || schema.maximum >= Number.MAX_SAFE_INTEGER ? '' : `to ${schema.maximum}`,
    schema.maxItems === undefined ? '' : `at most ${schema.maxItems}`,
    schema.default === undefined ? '' : `${quoted(schema.default)} if left out`,
  ];
  return [schema.description ?? '', ...limits].filter(Boolean).join('; ');
}

type Row = readonly [name: string, kind: string, needed: string, more: string];

/** Whatever has members of its own is told again below, by its path. */
function rowsOf(schema: Schema, path = ''): Row[] {
  const variants = [schema, ...choices(schema), ...(schema.allOf ?? [])];
  const seen = new Set<string>();
  return variants.flatMap((variant) =>
    Object.entries(variant.properties ?? {}).flatMap(([name, member]): Row[] => {
      const whole = `${path}${name}`;
      if (seen.has(whole)) return [];
      seen.add(whole);
      const needed = variant === schema && variant.required?.includes(name) ? 'yes' : '';
      const inner = member.type === 'array' && member.items ? member.items : member;
      const below = rowsOf(inner, `${whole}${inner === member ? '' : '[]'}.`);
      return [[`\`${whole}\``, kindOf(member), needed, limitsOf(member)], ...below];
    }),
  );
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** A table of members; a sentence where there are none. */
export function tableOf(schema: Schema): string {
  const rows = rowsOf(schema);
  if (rows.length === 0) return `${cell(kindOf(schema))[0]?.toUpperCase()}${cell(kindOf(schema)).slice(1)}.`;
  return [
    '| member | is | needed | more |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');
}
