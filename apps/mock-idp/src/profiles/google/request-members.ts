import type { Refusal } from '../profile.js';
import { invalid } from './refusals.js';

const prompts = new Set(['none', 'consent', 'select_account']);

const values: Readonly<Record<string, readonly string[]>> = {
  access_type: ['online', 'offline'],
  include_granted_scopes: ['true', 'false'],
  approval_prompt: ['auto', 'force'],
  display: ['page', 'popup', 'touch', 'wap'],
};

export function judgePrompt(query: URLSearchParams): Refusal | undefined {
  const asked = (query.get('prompt') ?? '').split(' ').filter(Boolean);
  if (asked.some((prompt) => !prompts.has(prompt)) || (asked.includes('none') && asked.length > 1))
    return invalid(`Invalid parameter value for prompt: ${asked.join(' ')}`);
  return asked.length > 0 && query.has('approval_prompt')
    ? invalid('Conflict params: approval_prompt and prompt')
    : undefined;
}

/** Parameters with a few values each; `openid.realm` is known and takes any. */
export function judgeOptions(query: URLSearchParams): Refusal | undefined {
  for (const [name, known] of Object.entries(values)) {
    const value = query.get(name);
    if (value !== null && !known.includes(value))
      return invalid(`Invalid parameter value for ${name}: ${value}`);
  }
  return undefined;
}

const object = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `claims` may ask for members of the ID token, and of nothing else. */
export function judgeClaims(query: URLSearchParams): Refusal | undefined {
  const value = query.get('claims');
  if (value === null) return undefined;
  const asked = parsed(value);
  if (!object(asked) || !object(asked['id_token']))
    return invalid('Invalid parameter value for claims: expected a JSON object with id_token');
  const other = Object.keys(asked).find((name) => name !== 'id_token');
  return other === undefined
    ? undefined
    : invalid(`Invalid parameter value for claims: ${other} is not supported`);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
