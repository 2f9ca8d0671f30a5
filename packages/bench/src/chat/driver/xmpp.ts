import type { XmppSeats } from '../wire.js';
import { Line } from './line.js';
import { type Heard, momentIn, type Sitting, type Talk, textAt } from './talk.js';

const HOST = 'localhost';
const OPEN = `<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="${HOST}" version="1.0"/>`;
const ACKNOWLEDGE = "<r xmlns='urn:xmpp:sm:3'/>";

const comes = (line: Line, what: string): Promise<string> =>
  line.until((text) => {
    if (text.includes('<failure') || text.includes("type='error'")) throw new Error(`XMPP: ${text}`);
    return text.includes(what);
  });

/** Signed in and bound: XMPP over WebSocket, RFC 7395; SASL PLAIN, RFC 6120, sections 6 and 7. */
async function signIn(url: string, name: string, password: string): Promise<Line> {
  const line = await Line.open(url, { protocol: 'xmpp' });
  line.send(OPEN);
  await comes(line, '<mechanisms');
  const secret = Buffer.from(`\0${name}\0${password}`).toString('base64');
  line.send(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${secret}</auth>`);
  await comes(line, '<success');
  line.send(OPEN);
  await comes(line, '<bind');
  line.send(
    '<iq xmlns="jabber:client" type="set" id="b"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>bench</resource></bind></iq>',
  );
  await comes(line, '<jid>');
  return line;
}

type One = { readonly talk: Talk; close(): void };

/** What the server has handled is acknowledged by stream management, XEP-0198: after it is in the archive. */
async function converse({ url, password, agent }: XmppSeats, name: string, heard: Heard): Promise<One> {
  const line = await signIn(url, name, password);
  line.send('<enable xmlns="urn:xmpp:sm:3"/>');
  await comes(line, '<enabled');
  const sent: number[] = [];
  let handled = 0;
  const talk: Talk = {
    say() {
      const at = performance.now();
      sent.push(at);
      line.send(
        `<message xmlns="jabber:client" type="chat" id="m${at}" to="${agent}@${HOST}"><body>${textAt(at)}</body></message>`,
      );
      line.send(ACKNOWLEDGE);
    },
  };
  line.hear((text) => {
    if (text.startsWith('<a ')) {
      const upTo = Number(/h=['"](\d+)/.exec(text)?.[1]);
      for (; handled < upTo; handled++) heard.acknowledged(talk, sent.shift() ?? Number.NaN);
    } else if (text.startsWith('<r')) line.send(`<a xmlns='urn:xmpp:sm:3' h='0'/>`);
    else heard.failed(new Error(`XMPP: ${text}`));
  }, heard.failed);
  return { talk, close: () => line.close() };
}

/** Customers who write to one agent, who is signed in and available. */
export async function sitXmpp(seats: XmppSeats, heard: Heard): Promise<Sitting> {
  const agent = await signIn(seats.url, seats.agent, seats.password);
  agent.send('<presence xmlns="jabber:client"/>');
  await comes(agent, '<presence');
  const made: One[] = [];
  for (const name of seats.consumers) made.push(await converse(seats, name, heard));
  agent.hear((text) => {
    if (text.includes('<body>')) heard.seen(momentIn(text, '<body>'));
  }, heard.failed);
  return {
    talks: made.map(({ talk }) => talk),
    close() {
      for (const one of [...made, agent]) one.close();
    },
  };
}
