import { Injectable } from '@nestjs/common';
import { type Actor, AuditRepository } from '../audit/index.js';
import { type Connection, ConnectionsRepository } from '../connections/index.js';
import { SessionsService } from '../identity/index.js';

/** All that says who is believed: another of any of these is another trust. */
export const trustOf = ({
  issuer,
  clientId,
  flow,
  mode,
  tokenEndpoint,
  authorizationEndpoint,
}: Connection): string => {
  const { url, jwksUri, keys, discovery } = issuer;
  return JSON.stringify([
    url,
    jwksUri,
    keys,
    discovery,
    clientId,
    flow,
    mode,
    tokenEndpoint,
    authorizationEndpoint,
  ]);
};

/** What follows when who is trusted changes. */
@Injectable()
export class TrustService {
  constructor(
    private readonly connections: ConnectionsRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditRepository,
  ) {}

  /** Who proved themselves to another issuer, or by other keys, is proven no longer. Answers which connections. */
  async endWhereChanged(
    brandId: string,
    before: readonly Connection[],
    actor: Actor,
  ): Promise<readonly string[]> {
    const after = await this.connections.ofBrand(brandId);
    const changed = before.filter((old) => {
      const now = after.find(({ id }) => id === old.id);
      return !now || trustOf(now) !== trustOf(old);
    });
    if (changed.length === 0) return [];
    const keys = changed.map(({ key }) => key);
    await this.sessions.endOfConnections(
      brandId,
      changed.map(({ id }) => id),
      'revoked',
    );
    await this.audit.add(brandId, {
      actor,
      action: 'connection_trust_changed',
      detail: { connections: keys },
    });
    return keys;
  }
}
