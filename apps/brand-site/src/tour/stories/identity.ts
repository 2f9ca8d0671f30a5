import { victim } from '../../demo/cast';
import { loginAsAda } from '../director';
import { desk, goTo, openNewest, type Story, says, shop } from '../story';

const question = 'Hi. Is it worth changing my plan?';

/** From a stranger to somebody known, in the middle of a conversation. */
export const identity: Story = {
  key: 'identity',
  title: 'Who is this?',
  about: 'A stranger asks, the page makes claims, and a proof settles who it is.',
  steps: [
    {
      key: 'stranger',
      title: 'A stranger opens the chat',
      say: 'Nobody has signed in. The agent answers an anonymous visitor, and is told so in words.',
      wire: 'The widget makes a P-256 key that cannot leave this browser and opens a session with it. There is no cookie and no token in any storage.',
      deeds: [
        goTo('/plans'),
        shop({ kind: 'click', on: { testid: 'launcher' } }),
        shop({ kind: 'type', on: { testid: 'composer' }, text: question }),
        shop({ kind: 'click', on: { testid: 'send' } }),
        openNewest('Is it worth'),
        desk({ kind: 'click', on: { testid: 'take' } }),
        desk({ kind: 'point', on: { testid: 'who' } }),
      ],
    },
    {
      key: 'claims',
      title: 'The page claims to be somebody',
      say: 'Any script on the page can say any name, tick mark and all. The agent reads it as the page’s word: plain, with a dashed edge, and no seal.',
      wire: 'Page facts come by the socket and belong to the session, never to a person. They can neither overwrite a verified fact nor stand among them.',
      deeds: [{ at: 'shop', claim: victim }, desk({ kind: 'point', on: { testid: 'page-facts' } })],
    },
    {
      key: 'sign-in',
      title: 'Ada signs in at the shop',
      say: 'She signs in where she is a customer, with her Larkspur ID. The chat asks the shop for a proof, and then asks her whether the conversation goes on under her name.',
      wire: 'The service makes an attempt with a `nonce` and a PKCE challenge. The shop’s backend answers a code; the service swaps it at the token endpoint, server to server, and judges the ID token check by check.',
      deeds: [
        goTo(loginAsAda('/account')),
        shop({ kind: 'click', on: { testid: 'launcher' } }),
        shop({ kind: 'click', on: { testid: 'sign-in' } }),
        shop({ kind: 'click', on: { testid: 'merge-accept' } }),
      ],
    },
    {
      key: 'seal',
      title: 'Now it is Ada, and provably so',
      say: 'The panel turns while they talk: who vouched, by which key, how long it holds. What carries the seal is proven. Her earlier line stays marked as said by nobody in particular.',
      wire: 'Each message carries the assurance that held when it was stored, read in the same transaction. The countdown is the proof’s; near its end the shop is asked for a new one and nobody notices.',
      deeds: [
        desk({ kind: 'point', on: { testid: 'who', text: 'Ada' } }),
        ...says('desk', 'Hello Ada. Let me look at what you have and what you use.'),
      ],
    },
  ],
};
