import { loginAsAda } from '../director';
import { desk, goTo, type Story, says, shop } from '../story';
import { opening } from './opening';

/** Billing and payment: what is open, what each way to pay costs, and the cheapest of them. */
export const billing: Story = {
  key: 'billing',
  title: 'An open bill',
  about:
    'Ada asks what she owes. Noor sends the bill with the cheapest way to pay it, and Ada pays in the chat.',
  steps: [
    {
      key: 'ask',
      title: 'Ada asks what she owes',
      say: 'She asks from her phone, signed in at the shop.',
      wire: 'Code Flow by back channel: no window opens, and the proof is made before the first message.',
      deeds: [goTo(loginAsAda('/billing')), ...opening('What is still open, and how do I pay it?')],
    },
    {
      key: 'bills',
      title: 'Noor sees the open bill',
      say: 'The bill, when it is due, and each way to pay with what it costs. The cheapest is marked by word and shape.',
      wire: 'The fact `billing` has a schema: bills, amounts to the penny, ways with fees. What does not fit it is refused at the push.',
      deeds: [desk({ kind: 'point', on: { testid: 'bill' } })],
    },
    {
      key: 'bill',
      title: 'Noor sends the bill as a card',
      say: 'Ada can pay where she is. The service reckons each total; Noor sends the bill and no figures.',
      wire: 'Which way is cheapest is a pure function of the verified fact. Neither the page nor the agent can say another total.',
      deeds: [
        desk({ kind: 'click', on: { testid: 'propose' } }),
        desk({ kind: 'click', on: { testid: 'proposal' } }),
        desk({ kind: 'click', on: { testid: 'send-proposal' } }),
        shop({ kind: 'point', on: { testid: 'card' } }),
      ],
    },
    {
      key: 'pay',
      title: 'Ada pays in the chat',
      say: 'She takes the cheapest way. The shop’s backend charges it with its processor, and the receipt stays in the conversation.',
      wire: 'No card number passes through the chat: the choice travels, signed, to the shop’s backend, which knows the ways of its customer.',
      deeds: [
        shop({ kind: 'click', on: { testid: 'card-accept' } }),
        shop({ kind: 'point', on: { testid: 'receipt' } }),
      ],
    },
    {
      key: 'paid',
      title: 'Paid, here and there',
      say: 'The bill turns to paid in Noor’s panel and on the shop’s page.',
      wire: 'One push of facts, one version up, every window live.',
      deeds: [
        desk({ kind: 'point', on: { testid: 'bill' } }),
        ...says('desk', 'It is paid. Anything else I can do?'),
        goTo('/billing'),
      ],
    },
  ],
};
