import { parseArgs } from 'node:util';
import { type OptionName, options } from './options.js';

/** The command was called wrongly; the message says how. */
export class UsageRefused extends Error {
  override readonly name = 'UsageRefused';
}

export type Called =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'start'; readonly variables: Readonly<Record<string, string>> };

const names = Object.keys(options) as OptionName[];
const takesValue = (name: OptionName): boolean => 'value' in options[name];

const table = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  ...Object.fromEntries(
    names.map((name) => [name, { type: takesValue(name) ? ('string' as const) : ('boolean' as const) }]),
  ),
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: table, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message.split('. To specify')[0] : String(error);
    throw new UsageRefused(`${said}\nThere are --${[...names, 'help', 'version'].join(', --')}.`);
  }
}

/** The arguments, as the variables of the environment they stand for. */
export function readArguments(args: readonly string[]): Called {
  const values: Readonly<Record<string, unknown>> = parsed(args);
  if (values['help']) return { kind: 'help' };
  if (values['version']) return { kind: 'version' };
  const variables = names.flatMap((name): [string, string][] => {
    const value = values[name];
    if (value === undefined) return [];
    return [[options[name].variable, value === true ? 'on' : String(value)]];
  });
  return { kind: 'start', variables: Object.fromEntries(variables) };
}

/** What the caller called a variable. */
export const spokenBy =
  (given: Readonly<Record<string, string>>) =>
  (variable: string): string => {
    const name = names.find((one) => options[one].variable === variable);
    return name !== undefined && variable in given ? `--${name}` : variable;
  };
