import { headers } from 'next/headers';
import { after } from 'next/server';
import type { BrandSlug } from '../brands/brand';
import type { Customer } from '../customers/customer';
import { DemoDrawer } from '../demo/drawer';
import { settingsOf } from '../demo-file/read';
import { env } from '../env';
import { loginProvider } from '../login/provider';
import './chat-element';
import { currentConnection, subjectFor } from './connection';
import type { ConnectionKey } from './connection-key';
import { ProofMethod, type ProofWay } from './proof-method';
import { pushUnsentFacts } from './push';
import { SignInWish } from './sign-in-wish';

async function wayOf(
  brand: BrandSlug,
  key: ConnectionKey,
  customer: Customer | undefined,
): Promise<ProofWay> {
  if (key !== 'google') return { kind: 'backend' };
  const settings = await settingsOf(brand);
  const provider = settings && (await loginProvider(settings, 'google')?.catch(() => undefined));
  const authorizationEndpoint = provider?.serverMetadata().authorization_endpoint;
  if (!authorizationEndpoint) return { kind: 'backend' };
  return { kind: 'popup', authorizationEndpoint, ...(customer ? { loginHint: customer.subject } : {}) };
}

/** The chat, as any brand puts it on its pages: a script, a tag, and a method that proves who is signed in. */
export async function ChatTag({ brand, customer }: { brand: BrandSlug; customer: Customer | undefined }) {
  const key = await currentConnection(brand, customer);
  const incoming = await headers();
  // The lobby's thumbnail shows the shop only; a chat in there would be a visitor nobody is.
  if (incoming.get('x-thumbnail')) return null;
  const { API_URL, COUNTERSIGN_DEMO } = env();
  const nonce = incoming.get('x-nonce') ?? undefined;
  const demo = COUNTERSIGN_DEMO && brand === 'larkspur';
  // The guided demo explains by itself, beside the shop.
  const drawer = demo && incoming.get('sec-fetch-dest') !== 'iframe';
  if (customer) after(() => pushUnsentFacts(customer));
  return (
    <>
      <SignInWish />
      <script src={`${API_URL}/widget.js`} async nonce={nonce} />
      <ProofMethod way={await wayOf(brand, key, customer)} demo={demo}>
        <countersign-chat
          brand={brand}
          connection={key}
          signed-in-as={customer ? subjectFor(key, customer) : ''}
        />
      </ProofMethod>
      {drawer ? <DemoDrawer connection={key} signedIn={customer !== undefined} /> : null}
    </>
  );
}
