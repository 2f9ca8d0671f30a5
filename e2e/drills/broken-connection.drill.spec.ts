import { generateKeyPairSync } from 'node:crypto';
import { createEnvelopeMinter } from '@countersign/brand-kit';
import type { Consumer } from '../fixtures/consumer.js';
import { Demo } from '../fixtures/demo.js';
import { expect, test } from '../fixtures/test.js';

type Broken = {
  /** How it is broken, at the shop or by the operator. */
  readonly shatter: (demo: Demo, consumer: Consumer) => Promise<void>;
  readonly reason: string;
  readonly expected: string | RegExp;
  readonly seen: string | RegExp;
  /** What a developer reads, in words. */
  readonly cause: RegExp;
};

const CONNECTION = 'signed';
const MINUTE_MS = 60_000;

/** Another server of the shop answers the page's method: the same key, and a clock of its own. */
async function byAServerWhoseClockIsAhead(demo: Demo, { page }: Consumer): Promise<void> {
  const { envelope, connections } = demo.shop;
  const { issuer, keyId, privateJwk } = envelope;
  const audience = connections[CONNECTION]?.audience ?? '';
  const minter = createEnvelopeMinter(
    { issuer, audience, keyId, privateKey: privateJwk },
    () => new Date(Date.now() + 7 * MINUTE_MS),
  );
  await page.route('**/api/chat-proof', async (route) => {
    const { nonce } = route.request().postDataJSON() as { nonce: string };
    await route.fulfill({ json: { idToken: await minter.mint({ subject: 'ahead', nonce }) } });
  });
}

const ways: Record<string, Broken> = {
  'its audience is the shop’s own login client': {
    async shatter(demo) {
      const { clientId } = demo.secrets.clients.googleLogin;
      demo.bendShop(({ connections }) => {
        connections[CONNECTION] = { ...connections[CONNECTION], audience: clientId };
      });
    },
    reason: 'audience_mismatch',
    expected: /\/connections\/[0-9a-f-]{36}$/,
    seen: /\.apps\.googleusercontent\.com$/,
    cause: /aud is the brand site’s client id; put the address of the connection here:/,
  },
  'the shop still signs with the key it has replaced': {
    async shatter(demo) {
      const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      demo.bendShop(({ envelope }) => {
        envelope.keyId = 'the-new-key';
        envelope.publicJwk = publicKey.export({ format: 'jwk' });
      });
    },
    reason: 'signature_invalid',
    expected: 'a signature by this key',
    seen: 'another',
    cause: /A former key of the issuer made the signature, .+ and the issuer publishes it no longer/,
  },
  'the clock of the shop’s server is seven minutes ahead': {
    shatter: byAServerWhoseClockIsAhead,
    reason: 'token_not_yet_valid',
    expected: /^iat up to \d+$/,
    seen: /^\d+$/,
    cause: /The clock of the server that made the token is 4[12]\d seconds \(about 7 minutes\) ahead/,
  },
  'its issuer was entered with a slash at the end': {
    shatter: (demo) =>
      demo.setBrand((brand) => {
        const { issuer } = demo.shop.envelope;
        return {
          ...brand,
          issuers: brand.issuers.map((one) => (one.url === issuer ? { ...one, url: `${issuer}/` } : one)),
          connections: brand.connections.map((one) =>
            one.issuer === issuer ? { ...one, issuer: `${issuer}/` } : one,
          ),
        };
      }),
    reason: 'issuer_mismatch',
    expected: /\/$/,
    seen: /[^/]$/,
    cause: /iss lacks the slash at the end that the connection’s issuer has/,
  },
  'it demands encryption, and the shop only signs': {
    shatter: (demo) =>
      demo.setBrand((brand) => ({
        ...brand,
        connections: brand.connections.map((one) =>
          one.key === CONNECTION && one.flow === 'implicit' ? { ...one, encryption: 'required' } : one,
        ),
      })),
    reason: 'encryption_required',
    expected: 'an encrypted token: five parts',
    seen: 'a signed token: three parts',
    cause:
      /signed and not encrypted\. Sign it first, then encrypt it to the brand’s key from .+\/v1\/brands\/larkspur\/jwks/,
  },
};

async function proveAgain({ page }: Consumer): Promise<void> {
  await page.getByTestId('sign-in-again').click();
}

for (const [way, { shatter, reason, expected, seen, cause }] of Object.entries(ways))
  test(`a developer finds the cause of a broken connection: ${way}`, async ({
    consumer,
    customer,
    developer,
    world,
  }) => {
    const demo = new Demo(world);
    await consumer.signIn(customer, 'larkspur');
    await consumer.prefer(CONNECTION);
    await consumer.visit('/');
    await consumer.openChat();
    await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`);
    await consumer.page.getByTestId('menu').click();
    await consumer.page.getByTestId('sign-out').click();
    await developer.look(CONNECTION);
    try {
      await shatter(demo, consumer);
      await proveAgain(consumer);
      const refusal = consumer.page.getByTestId('refusal');
      await expect(refusal).toContainText('We could not confirm it is you', { timeout: 30_000 });
      await refusal.getByText('Details').click();
      await expect(refusal.locator('code').first()).toHaveText(`Reason: ${reason}`);
      const attempt = ((await refusal.getByTestId('attempt-id').textContent()) ?? '').replace(
        'Attempt: ',
        '',
      );

      // It is there by itself, and one click away.
      await developer.attempt(attempt).click();
      await expect(developer.report.getByTestId('reason')).toHaveText(reason);
      await expect(developer.hint).toContainText(cause);
      await expect(developer.expected()).toHaveText(expected);
      await expect(developer.seen()).toHaveText(seen);
      await expect(developer.report.locator('[data-testid=checks] [data-outcome=failed]')).toHaveCount(1);
      await expect(developer.report).not.toContainText(customer.name);
    } finally {
      await demo.restore();
      await consumer.page.unroute('**/api/chat-proof');
    }
    await proveAgain(consumer);
    await expect(consumer.identity).toHaveText(`Signed in as ${customer.name}`, { timeout: 30_000 });
    await developer.page.getByTestId('back').click();
    await expect(developer.page.getByTestId('attempt-row').first()).toHaveAttribute(
      'data-outcome',
      'verified',
    );
  });

test('from a conversation whose proof was refused a developer comes to its trace, and an agent does not', async ({
  consumer,
  customer,
  developer,
  agent,
  tag,
  world,
}) => {
  const demo = new Demo(world);
  await consumer.signIn(customer, 'larkspur');
  await consumer.prefer(CONNECTION);
  await consumer.visit('/');
  try {
    await demo.setBrand((brand) => ({
      ...brand,
      connections: brand.connections.map((one) =>
        one.key === CONNECTION && one.flow === 'implicit'
          ? { ...one, encryption: 'required', onRejected: 'anonymous' }
          : one,
      ),
    }));
    await consumer.openChat();
    await expect(consumer.identity).toHaveText('Chatting anonymously');
    await consumer.write(`Who am I to you? ${tag}`);
    await developer.open(tag);
    const link = developer.panel.getByTestId('refused').getByTestId('to-trace');
    await link.click();
    await expect(developer.report.getByTestId('reason')).toHaveText('encryption_required');
    await agent.open(tag);
    await expect(agent.panel.getByTestId('refused')).toContainText(
      'The page presented a proof that was refused',
    );
    await expect(agent.panel.getByTestId('to-trace')).toHaveCount(0);
  } finally {
    await demo.restore();
  }
});
