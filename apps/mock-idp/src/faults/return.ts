import type { Answer } from '../http/index.js';
import { withBody } from './answer.js';
import type { Entries } from './fault.js';

/** What comes back by the browser: in the query or the fragment of an address, or in a form that sends itself. */
export type Return = {
  readonly entries: Entries;
  /** The same answer with other members. */
  with(entries: Entries): Answer;
};

/** One of these is in every answer that is good news. */
const granted = ['code', 'id_token', 'access_token'];
const isGranted = (entries: Entries): boolean => entries.some(([name]) => granted.includes(name));

const spelled = (entries: Entries): string =>
  entries.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');

function inAddress(answer: Answer, issuer: string): Return | undefined {
  const location = String(answer.headers['location'] ?? '');
  // Within the provider the browser is still on its way.
  if (!/^[a-z][a-z0-9.+-]*:/i.test(location) || location.startsWith(`${issuer}/`)) return undefined;
  const hash = location.indexOf('#');
  const at = hash < 0 ? location.indexOf('?') : hash;
  if (at < 0) return undefined;
  return {
    entries: [...new URLSearchParams(location.slice(at + 1))],
    with: (entries) => ({
      ...answer,
      headers: { ...answer.headers, location: `${location.slice(0, at + 1)}${spelled(entries)}` },
    }),
  };
}

const field = /<input[^>]*\btype="hidden"[^>]*\bname="([^"]*)"[^>]*\bvalue="([^"]*)"[^>]*>/g;
const marks: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const read = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (mark) => marks[mark] ?? mark);
const written = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (one) => Object.keys(marks).find((mark) => marks[mark] === one) ?? one);

function inForm(answer: Answer): Return | undefined {
  if (!/html/i.test(String(answer.headers['content-type'] ?? ''))) return undefined;
  const page = answer.body.toString('utf8');
  const fields = [...page.matchAll(field)];
  if (fields.length === 0) return undefined;
  return {
    entries: fields.map(([, name = '', value = '']) => [read(name), read(value)]),
    with: (entries) => {
      const inputs = entries.map(
        ([name, value]) => `<input type="hidden" name="${written(name)}" value="${written(value)}">`,
      );
      let first = true;
      const put = () => {
        const all = first ? inputs.join('') : '';
        first = false;
        return all;
      };
      return withBody(answer, page.replaceAll(field, put));
    },
  };
}

/** The good news an answer of the authorization endpoint carries to the client, if it does. */
export function returnIn(answer: Answer, issuer: string): Return | undefined {
  const found = inAddress(answer, issuer) ?? inForm(answer);
  return found && isGranted(found.entries) ? found : undefined;
}
