import { createEnvelopeMinter } from '@countersign/brand-kit';
import { Chat, type ChatState, Identity, MemoryKeyStore } from '@countersign/chat-client';
import type { PageFacts } from '@countersign/claims';
import type { Addresses } from '../addresses.js';
import { originsOf } from '../addresses.js';
import type { EnvelopeKey } from '../secrets.js';

export type Known = { readonly subject: string; readonly claims: Readonly<Record<string, unknown>> };
export type VisitorOptions = {
  readonly addresses: Addresses;
  /** What the brand's backend signs with; a visitor without a person is anonymous. */
  readonly envelopeKey: EnvelopeKey;
  readonly audience: string;
  readonly person?: Known;
  readonly pageFacts?: PageFacts;
};

const PATIENCE_MS = 15_000;

/** Fetch as a page of the brand does it: with its origin. */
const fromPage =
  (origin: string): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, headers: { ...(init?.headers as Record<string, string>), origin } });

/** Somebody at a brand's page, through the same client a browser runs. */
export class Visitor {
  private readonly identity: Identity;
  private readonly chat: Chat;
  private wake: () => void = () => undefined;

  constructor(private readonly options: VisitorOptions) {
    const { addresses } = options;
    const origin = originsOf(addresses, 'larkspur')[0] ?? '';
    this.identity = new Identity({
      apiUrl: addresses.api,
      brand: 'larkspur',
      connection: 'signed',
      keyStore: new MemoryKeyStore(),
      fetch: fromPage(origin),
      methodOf: () => (attempt) => this.proof(attempt as { nonce: string }),
      onChange: () => this.wake(),
    });
    this.chat = new Chat({
      identity: this.identity,
      origin,
      onChange: () => this.wake(),
    });
  }

  async arrive(): Promise<void> {
    const { person, pageFacts } = this.options;
    await this.identity.start(person?.subject ?? null);
    if (person) await this.identity.prove();
    else await this.identity.beAnonymous();
    if (this.identity.state.phase !== 'open')
      throw new Error(`A seeded visitor was not let in: ${JSON.stringify(this.identity.state.refusal)}`);
    if (pageFacts) this.chat.setPageFacts(pageFacts);
    await this.until(({ connection }) => connection === 'online');
  }

  /** Writes, and waits until the service has it. Answers the conversation. */
  async write(text: string): Promise<string> {
    this.chat.send(text);
    await this.until(({ unsent }) => unsent.length === 0);
    return this.chat.state.conversation?.id ?? '';
  }

  async end(): Promise<void> {
    await this.chat.end();
  }

  leave(): void {
    this.chat.dispose();
  }

  private async proof({ nonce }: { nonce: string }): Promise<{ idToken: string }> {
    const { addresses, envelopeKey, audience, person } = this.options;
    const minter = createEnvelopeMinter({
      issuer: originsOf(addresses, 'larkspur')[0] ?? '',
      audience,
      privateKey: envelopeKey.privateJwk,
      keyId: envelopeKey.keyId,
    });
    const { subject = '', claims = {} } = person ?? {};
    return { idToken: await minter.mint({ subject, nonce, claims }) };
  }

  private async until(reached: (state: ChatState) => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!reached(this.chat.state)) {
      if (Date.now() > deadline)
        throw new Error(`A seeded visitor waited in vain: ${JSON.stringify(this.chat.state)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
