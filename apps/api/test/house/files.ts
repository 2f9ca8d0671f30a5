import { type Attachment, attachment } from '@countersign/contracts';
import sharp from 'sharp';
import type { Agent } from './agent.js';
import { Answer } from './answer.js';
import type { Consumer } from './consumer.js';
import { WORKSPACE } from './house.js';

const named = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
export type Sent = {
  readonly name?: string;
  readonly conversation?: string | null;
  readonly headers?: Record<string, string>;
};
type Body = Buffer | ReadableStream<Uint8Array>;

/** As the client does it: the file is the body. */
export async function tryUpload(
  { house, page, session }: Consumer,
  body: Body,
  { name = 'bill.png', conversation = null, headers = {} }: Sent = {},
): Promise<Answer> {
  const path = `/v1/attachments${conversation === null ? '' : `?conversation=${conversation}`}`;
  const dpop = await page.possession('POST', path, session.token);
  const { origin } = page.options;
  const streamed = Buffer.isBuffer(body) ? {} : { duplex: 'half' };
  return Answer.of(
    await fetch(`${house.url}${path}`, {
      method: 'POST',
      headers: {
        ...(origin === null ? {} : { origin }),
        authorization: `DPoP ${session.token}`,
        dpop,
        'content-type': 'application/octet-stream',
        'content-disposition': named(name),
        ...headers,
      },
      body,
      ...streamed,
    } as RequestInit),
  );
}

export const upload = async (consumer: Consumer, body: Body, sent: Sent = {}): Promise<Attachment> =>
  (await tryUpload(consumer, body, sent)).as(attachment);

export const tryAgentUpload = async (agent: Agent, conversation: string, body: Buffer): Promise<Answer> =>
  Answer.of(
    await agent.browser.fetch(`${agent.house.url}/v1/agent/conversations/${conversation}/attachments`, {
      method: 'POST',
      headers: { origin: WORKSPACE, 'content-disposition': named('answer.png') },
      body: new Uint8Array(body),
    }),
  );

export const readAsAgent = (agent: Agent, id: string, part = 'whole'): Promise<Response> =>
  agent.browser.fetch(`${agent.house.url}/files/agent/${id}?part=${part}`);

type Size = { readonly width?: number; readonly height?: number };
const plain = ({ width = 900, height = 600 }: Size = {}) =>
  sharp({ create: { width, height, channels: 3, background: '#3b4cca' } });

export const png = (size?: Size): Promise<Buffer> => plain(size).png().toBuffer();
export const webp = (): Promise<Buffer> => plain().webp().toBuffer();
export const gif = (): Promise<Buffer> => plain({ width: 40, height: 30 }).gif().toBuffer();
export const avif = (): Promise<Buffer> => plain({ width: 64, height: 64 }).avif({ effort: 0 }).toBuffer();
/** Taken lying, by a phone that wrote down where. */
export const photograph = (): Promise<Buffer> =>
  plain()
    .jpeg()
    .withExif({ IFD0: { Artist: 'Ada Osei' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

const PAGE = '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj';
export const pdf = (inside = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n${PAGE}\n${inside}\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n`, 'latin1');
