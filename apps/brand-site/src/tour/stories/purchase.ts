import { loginAsAda } from '../director';
import { desk, goTo, type Story, says, shop } from '../story';
import { opening } from './opening';

/** Making a purchase easier: what is verified leads to an offer, and the offer to a new plan. */
export const purchase: Story = {
  key: 'purchase',
  title: 'A better plan',
  about: 'Ada asks whether another plan is worth it. Noor offers one, Ada accepts, the shop does it.',
  steps: [
    {
      key: 'ask',
      title: 'Ada asks, and is known already',
      say: 'She is signed in at the shop, so the chat knows her from the first word. Nobody asks for a customer number or a date of birth.',
      wire: 'The page names who is signed in, the chat asks its method for a proof, and the session is verified before the first message is stored.',
      deeds: [
        goTo(loginAsAda('/plans')),
        ...opening('I run out of data every month. Is there something better?'),
      ],
    },
    {
      key: 'package',
      title: 'Noor sees what Ada has',
      say: 'Plan, price, contract and the last bills, each with its seal. No second system to look anything up in.',
      wire: 'These facts come from the ID token and from the shop’s own server, which pushes them with a version that only rises.',
      deeds: [desk({ kind: 'point', on: { testid: 'fact-package' } })],
    },
    {
      key: 'offer',
      title: 'Noor offers an upgrade',
      say: 'The card compares now and then. Its figures come from verified facts; Noor chooses which offer, and cannot change a price.',
      wire: 'The desk sends a reference. The service fills the card from the facts by that reference, refuses what they do not hold, and stores card and message in one transaction.',
      deeds: [
        desk({ kind: 'click', on: { testid: 'propose' } }),
        desk({ kind: 'point', on: { testid: 'preview' } }),
        desk({ kind: 'click', on: { testid: 'send-proposal' } }),
        shop({ kind: 'point', on: { testid: 'card' } }),
      ],
    },
    {
      key: 'accept',
      title: 'Ada accepts, in the chat',
      say: 'One press. The shop’s backend does it, and the receipt comes back into the conversation.',
      wire: 'The service calls the shop’s backend, signed as Standard Webhooks say, with the card’s id: the same card twice is done once. Only whom the card was made for can accept it, while her proof holds.',
      deeds: [
        shop({ kind: 'click', on: { testid: 'card-accept' } }),
        shop({ kind: 'point', on: { testid: 'receipt' } }),
      ],
    },
    {
      key: 'after',
      title: 'The panel has changed by itself',
      say: 'The new plan stands in the panel with its seal, and in the shop. Nobody typed anything twice.',
      wire: 'The shop pushed the facts of its changed customer with a higher version; every desk that looks at her heard of it.',
      deeds: [
        desk({ kind: 'point', on: { testid: 'fact-package' } }),
        ...says('desk', 'Done, Ada. Your next bill has the new price.'),
        goTo('/account'),
      ],
    },
  ],
};
