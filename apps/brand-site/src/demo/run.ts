import { z } from 'zod/mini';
import { chatElement } from '../chat/chat-element';
import type { ConnectionKey } from '../chat/connection-key';
import { claim, isClaiming } from '../chat/say';
import { victim } from './cast';
import type { ExperimentKey } from './experiments';
import { type Outcome, proveAnew } from './outcome';
import { hasProof, type Mischief } from './tamper';

const pendingKey = 'countersign-demo-run';

/** What is signed can be forged; a code counts once. */
const connectionsOf = { forge: 'signed', replay: 'own' } as const;

/** Asks the next page of this tab to run an experiment. An address alone runs none: anybody can link to one. */
export const leavePending = (key: ExperimentKey): void => sessionStorage.setItem(pendingKey, key);

/** The experiment that a page before this one asked for, taken once. */
export function takePending(): string | null {
  const pending = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  return pending;
}

const moved = z.object({ location: z.string() });

/** Switches the connection; the page is loaded anew, and the experiment goes on there. */
export async function switchTo(connection: ConnectionKey, then?: ExperimentKey): Promise<void> {
  const response = await fetch('/api/demo/connection', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ connection, path: `${location.pathname}?demo=${then ?? 'connection'}` }),
  });
  if (!response.ok) throw new Error(`The connection was not switched: ${response.status}`);
  const answer = moved.parse(await response.json());
  if (then) leavePending(then);
  location.assign(answer.location);
}

const said = (outcome: Outcome, expected: string): string => {
  switch (outcome.kind) {
    case 'refused':
      return `Refused: ${outcome.reason ?? 'no reason given'}. ${expected}`;
    case 'verified':
      return 'It was accepted. That is not what was planned.';
    case 'declined':
      return 'The page gave no proof. Sign in at the shop first.';
    case 'silent':
      return 'The chat did not answer. Open it once and try again.';
  }
};

async function mischievous(mischief: Exclude<Mischief, undefined>): Promise<string> {
  if (mischief === 'forge')
    return said(await proveAnew('forge'), 'One byte was enough: the signature no longer fits.');
  if (!hasProof()) {
    const genuine = await proveAnew(undefined);
    if (genuine.kind !== 'verified') return said(genuine, '');
  }
  return said(
    await proveAnew('replay'),
    'The same code was fine a moment ago, for another browser key. A code counts once, whoever brings it.',
  );
}

const bill = z.object({ state: z.enum(['open', 'paid']), period: z.optional(z.string()) });

async function payBill(): Promise<string> {
  const response = await fetch('/api/demo/bill', { method: 'POST' });
  if (response.status === 401) return 'Sign in at the shop first: nobody’s bill can be paid.';
  const { state, period = 'this month' } = bill.parse(await response.json());
  return state === 'paid'
    ? `Paid: ${period}. Watch the agent’s panel: the bill turns to paid there.`
    : `A bill for ${period} is open again. Press once more to pay it.`;
}

function impersonate(): string {
  if (isClaiming()) {
    claim({});
    return 'The page is honest again.';
  }
  claim(victim);
  const look = chatElement()?.hasAttribute('open') ? 'Look' : 'Open the chat, say hello, and look';
  return `The page now claims to be Ben Whitlock, with a tick mark of its own. ${look} at the agent’s panel: it stands under “From the page”, and the seal stays where it was. Run it again to stop.`;
}

/** Runs one experiment and says in a sentence what came of it; nothing if the page goes elsewhere first. */
export async function run(key: ExperimentKey, connection: ConnectionKey): Promise<string | undefined> {
  switch (key) {
    case 'impostor':
      return impersonate();
    case 'pay':
      return payBill();
    case 'forge':
    case 'replay':
      if (connection === connectionsOf[key]) return mischievous(key);
      await switchTo(connectionsOf[key], key);
      return undefined;
  }
}
