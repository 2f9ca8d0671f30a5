import type { CardState } from '@countersign/claims';
import type { Speech } from '../speech';

/** What both sides can act on. */
export function cards({ count }: Speech<'one' | 'other'>) {
  return {
    propose: 'Propose',
    proposeTitle: 'Propose something',
    upgrade: 'Upgrade',
    bill: 'Bill',
    allBills: (bills: number) =>
      count(bills, { one: 'The one open bill', other: 'All # open bills, in one' }),
    nothing:
      'Nothing that is verified of this customer can be proposed: no offers, and no bill that is open.',
    unproven: 'The customer has to be signed in, and to be confirmed at the moment.',
    preview: 'What the customer sees',
    filled: 'Filled by the service from verified facts. You choose which, never what it says.',
    send: 'Send',
    sending: 'Sending…',
    withdraw: 'Take back',
    now: 'Now',
    afterwards: 'Then',
    aMonth: 'a month',
    more: (amount: string) => `${amount} more a month`,
    less: (amount: string) => `${amount} less a month`,
    same: 'The same price a month',
    terms: 'Terms',
    toPay: (amount: string) => `${amount} to pay`,
    due: (day: string) => `due ${day}`,
    inAll: 'In all',
    chosen: 'Chosen',
    stepUp: 'The customer confirms anew who they are before it is done.',
    receipt: 'Receipt',
    total: 'Total',
    awaitsProof: 'Accepted. It goes on once they have confirmed who they are.',
    states: {
      proposed: 'Waits for an answer',
      accepted: 'Accepted',
      executing: 'Accepted. Your systems are carrying it out.',
      done: 'Done',
      refused: 'Not done',
      declined: 'Declined',
      expired: 'Ran out without an answer',
      withdrawn: 'Taken back: it no longer stands',
    } satisfies Record<CardState, string>,
    unreached:
      'Your systems were not reached in time: it is not known whether it was done. Look there before it is tried again.',
    unclear: 'Your systems answered something nobody understands: it is not known whether it was done.',
    unknown: 'A card this workspace cannot show. Reload the page.',
  };
}
