import type { Browser, Seen } from './browser.js';
import { type Form, formsOf, plain } from './form.js';

/** What the browser was sent back to the client with. */
export type SignedIn = { readonly redirectTo: string } & Readonly<Record<string, string>>;

/** The provider showed a page instead, and nothing was sent to the client. */
export class PageShown extends Error {
  override readonly name = 'PageShown';

  constructor(
    readonly error: string,
    message: string,
  ) {
    super(message);
  }
}

/** Pages between the request and the return: an account is chosen, then consent is given. */
const steps = 6;

const pageOf = ({ answer }: Seen): string =>
  String(answer.headers['content-type'] ?? '').includes('html') ? answer.body.toString('utf8') : '';

const textOf = (page: string, pattern: RegExp): string =>
  plain((pattern.exec(page)?.[1] ?? '').replaceAll(/<[^>]+>/g, '')).trim();

function refusalOf({ answer }: Seen, page: string): PageShown {
  if (!page) return new PageShown('answer_unexpected', `The issuer answered ${answer.status}, and no page.`);
  const [heading, description] = [/<h1[^>]*>(.*?)<\/h1>/s, /data-testid="error-description">(.*?)</s];
  const shown = textOf(page, heading);
  const error = /: (\w+)$/.exec(shown)?.[1] ?? 'page_shown';
  return new PageShown(error, `The issuer showed a page: ${[shown, textOf(page, description)].join('. ')}`);
}

/** The form that answers this page as somebody would who signs in and agrees. */
function answerTo(forms: readonly Form[], person: string): Form | undefined {
  const to = (step: string) => forms.find(({ action }) => action.endsWith(`/${step}`));
  const choice = to('account') ?? to('other');
  if (choice)
    return {
      action: choice.action.replace(/other$/, 'account'),
      fields: new URLSearchParams({ account: person }),
    };
  return to('consent');
}

/** A form that sends itself to the client: `response_mode=form_post`. */
const postedBack = (forms: readonly Form[], returns: ReadonlySet<string>): Form | undefined =>
  forms.find(({ action }) => returns.has(action));

/** Through the real pages, as a person with a new browser would, to what the client gets. */
export async function signIn(
  browser: Browser,
  request: URL,
  person: string,
  returns: ReadonlySet<string>,
): Promise<SignedIn> {
  let seen = await browser.open(request);
  for (let step = 0; step < steps; step += 1) {
    const { location } = seen.answer.headers;
    if (typeof location === 'string') {
      const { searchParams, hash } = seen.address;
      const fragment = new URLSearchParams(hash.slice(1));
      return { ...Object.fromEntries([...searchParams, ...fragment]), redirectTo: seen.address.href };
    }
    const page = pageOf(seen);
    const forms = formsOf(page);
    const back = postedBack(forms, returns);
    if (back) return { ...Object.fromEntries(back.fields), redirectTo: back.action };
    const form = answerTo(forms, person);
    if (!form || seen.answer.status >= 400) throw refusalOf(seen, page);
    seen = await browser.open(new URL(form.action, seen.address), form.fields);
  }
  throw refusalOf(seen, pageOf(seen));
}
