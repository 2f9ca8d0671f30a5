import type { ApiKeysView, EncryptionKeysView, KeyLookedAt, MakeApiKey } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import type { LiveAgent } from '../../agents/index.js';
import { AuditRepository } from '../../audit/index.js';
import { ApiKeysRepository } from '../../brands/index.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { EncryptionKeysService } from '../../connections/index.js';
import { ApiKeyMaker, shownKey, storedKey, wrongWithKey } from '../../settings/index.js';

/** The keys of a brand: of its backend, of its issuers, and those the service has for it. */
@Injectable()
export class KeysConsole {
  constructor(
    private readonly apiKeys: ApiKeysRepository,
    private readonly maker: ApiKeyMaker,
    private readonly encryptionKeys: EncryptionKeysService,
    private readonly audit: AuditRepository,
    private readonly clock: Clock,
  ) {}

  async list(brandId: string): Promise<ApiKeysView> {
    const keys = await this.apiKeys.ofBrand(brandId);
    return {
      keys: keys.map(({ createdAt, rights, ...key }) => ({
        ...key,
        rights: rights as ApiKeysView['keys'][number]['rights'],
        createdAt: createdAt.toISOString(),
      })),
    };
  }

  async make({ brandId, agentId }: LiveAgent, wanted: MakeApiKey): Promise<{ id: string; key: string }> {
    const made = await this.maker.make(brandId, wanted);
    await this.audit.add(brandId, {
      actor: `agent ${agentId}`,
      action: 'api_key_made',
      detail: { key: made.id },
    });
    return made;
  }

  async revoke({ brandId, agentId }: LiveAgent, key: string): Promise<void> {
    if (!(await this.apiKeys.revoke(brandId, key, this.clock.now())))
      throw new DomainError('api_key_not_found');
    await this.audit.add(brandId, { actor: `agent ${agentId}`, action: 'api_key_revoked', detail: { key } });
  }

  encryptionKeysOf(brandId: string): Promise<EncryptionKeysView> {
    return this.encryptionKeys.view(brandId);
  }

  async rotate({ brandId, agentId }: LiveAgent): Promise<EncryptionKeysView> {
    await this.encryptionKeys.rotate(brandId);
    await this.audit.add(brandId, {
      actor: `agent ${agentId}`,
      action: 'encryption_keys_rotated',
      detail: {},
    });
    return this.encryptionKeys.view(brandId);
  }

  /** Says what is wrong with a pasted key before anybody trusts it. */
  async lookAt(pasted: string | Readonly<Record<string, unknown>>): Promise<KeyLookedAt> {
    const key = asJwk(pasted);
    const message = wrongWithKey(key);
    if (message !== undefined)
      throw new DomainError('request_malformed', { errors: [{ path: 'key', message }] });
    const { kid, kind, thumbprint } = await shownKey(await storedKey(key));
    return { kid: kid ?? null, kind, thumbprint };
  }
}

/** A text that is JSON is a JWK that somebody pasted as text. */
function asJwk(pasted: string | Readonly<Record<string, unknown>>) {
  if (typeof pasted !== 'string' || !pasted.trimStart().startsWith('{')) return pasted;
  try {
    return JSON.parse(pasted) as Readonly<Record<string, unknown>>;
  } catch {
    return pasted;
  }
}
