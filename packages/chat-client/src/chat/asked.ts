import type { IdentityRequest } from '@countersign/contracts';
import type { Identity } from '../identity/identity.js';
import type { Access } from './access.js';

/** What an agent, or an act, asks the consumer to prove. */
export class Asked {
  constructor(
    private readonly chat: Access,
    private readonly identity: Identity,
    private readonly look: () => void,
  ) {}

  told(request: IdentityRequest | null): void {
    const { session } = this.identity.state;
    if (!session) return;
    this.identity.change({ session: { ...session, request } });
    this.look();
  }

  async decline(): Promise<void> {
    const request = this.identity.state.session?.request;
    if (!request) return;
    const reply = await this.chat.line()?.ask('identity:decline', { request: request.id });
    if (reply) this.told(null);
  }
}
