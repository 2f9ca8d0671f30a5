import { type ActionAnswer, actionAnswer } from '@countersign/claims';
import { Webhook } from 'standardwebhooks';
import { type Action, readAction } from './action.js';
import { type Answers, memoryAnswers } from './answers.js';

export type ActionHandlerOptions = {
  /** As the brand was set up with it, `whsec_…`; two while it is being turned. */
  readonly secret: string | readonly string[];
  /** Does it, or says why not. What it throws is tried again by the service, under the same id. */
  readonly carryOut: (action: Action) => Promise<ActionAnswer>;
  /** Without one: of this process alone. */
  readonly answers?: Answers;
  readonly onFailure?: (error: unknown) => void;
};

/** An action is a card and a name. */
const LIMIT_BYTES = 65_536;

const answer = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

/** Who sent it, when, and that nobody changed it since. Standard Webhooks: five minutes to either side. */
function isSigned(secrets: readonly string[], body: string, headers: Headers): boolean {
  const named = Object.fromEntries(headers);
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(body, named);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The brand's action endpoint: the service calls it when a consumer has accepted a card. Framework-neutral: a Fetch API
 * handler.
 *
 * Answers 200 with `{outcome, note?, receipt?}`, or `{error}`: 405 `method_not_allowed`, 413 `too_large`,
 * 401 `signature_invalid`, 400 `action_malformed`, 500 `not_carried_out`.
 */
export function actionHandler({
  secret,
  carryOut,
  answers = memoryAnswers(),
  onFailure,
}: ActionHandlerOptions) {
  const secrets = [secret].flat();
  if (secrets.length === 0) throw new Error('An action handler needs a secret.');
  return async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return answer(405, { error: 'method_not_allowed' }, { allow: 'POST' });
    if (Number(request.headers.get('content-length') ?? 0) > LIMIT_BYTES)
      return answer(413, { error: 'too_large' });
    const body = await request.text();
    if (body.length > LIMIT_BYTES) return answer(413, { error: 'too_large' });
    // Before anything in it is read.
    if (!isSigned(secrets, body, request.headers)) return answer(401, { error: 'signature_invalid' });
    const action = readAction(body);
    // The id is signed twice: in the header, which is what tells a resend, and in the body.
    if (action?.id !== request.headers.get('webhook-id') || !action)
      return answer(400, { error: 'action_malformed' });
    try {
      return answer(
        200,
        await answers.once(action.id, async () => actionAnswer.parse(await carryOut(action))),
      );
    } catch (error) {
      onFailure?.(error);
      return answer(500, { error: 'not_carried_out' });
    }
  };
}
