import type { ConnectionSettingsView, connectionSettings } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { LiveAgent } from '../../agents/index.js';
import { AuditRepository } from '../../audit/index.js';
import { BrandsService } from '../../brands/index.js';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { Events } from '../../common/events.js';
import { newId } from '../../common/ids.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/env.js';
import { audienceOf, type Connection, ConnectionsRepository } from '../../connections/index.js';
import { BrandTurns, BrandWriter, brandErrors, shownKey, TrustService } from '../../settings/index.js';
import { addressesOf } from './addresses.js';
import { DraftsRepository } from './drafts.repository.js';
import { saidOf, versionOf } from './said.js';
import { asKnown, wrongWithShared } from './shared-issuer.js';

type Said = z.output<typeof connectionSettings>;
const MOST_CONNECTIONS = 20;

const actorOf = ({ agentId }: LiveAgent) => `agent ${agentId}` as const;

/** Connections, one at a time: by the rules the operator's door has, and with what follows from a change of trust. */
@Injectable()
export class ConnectionSettings {
  constructor(
    private readonly brands: BrandsService,
    private readonly connections: ConnectionsRepository,
    private readonly drafts: DraftsRepository,
    private readonly writer: BrandWriter,
    private readonly trust: TrustService,
    private readonly turns: BrandTurns,
    private readonly audit: AuditRepository,
    private readonly events: Events,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async view(brandId: string, key: string): Promise<ConnectionSettingsView> {
    const connection = await this.connections.byKey(brandId, key);
    if (!connection) throw new DomainError('connection_unknown');
    const others = await this.connections.ofBrand(brandId);
    return {
      ...saidOf(connection),
      version: versionOf(connection),
      ...addressesOf(connection.id, this.config.PUBLIC_URL),
      audience: audienceOf(connection, this.config.PUBLIC_URL),
      hasSecret: (await this.connections.sealedSecret(brandId, connection.id)) !== null,
      keys: await Promise.all((connection.issuer.keys ?? []).map(shownKey)),
      sharedWith: others
        .filter(({ issuer, key: other }) => issuer.id === connection.issuer.id && other !== key)
        .map((other) => other.key),
    };
  }

  make(agent: LiveAgent, said: Said): Promise<ConnectionSettingsView> {
    return this.inTurn(agent, async (before) => {
      const { key } = said.connection;
      if (before.some((one) => one.key === key)) throw new DomainError('connection_exists');
      if (before.length >= MOST_CONNECTIONS)
        throw wrong('connection.key', `is one too many: a brand has at most ${MOST_CONNECTIONS} connections`);
      const rules = [...this.errorsOf(said), ...(await wrongWithShared(said.issuer, before))];
      const { connection } = said;
      if (connection.flow === 'code' && connection.clientSecret === undefined)
        rules.push({ path: 'connection.clientSecret', message: 'is missing' });
      if (rules.length > 0) throw new DomainError('request_malformed', { errors: rules });
      const { brandId } = agent;
      // A key that was used and removed keeps the id it had: what it proved hangs on it.
      const former = (await this.connections.idsByKey(brandId)).get(key);
      const promised = former === undefined ? await this.drafts.take(agent, said.promised) : undefined;
      if (former === undefined && said.promised !== undefined && promised === undefined)
        throw new DomainError('settings_changed');
      await this.write(agent, former ?? promised ?? newId(this.clock.now()), asKnown(said, before), before);
      await this.audit.add(brandId, {
        actor: actorOf(agent),
        action: 'connection_made',
        detail: { connection: key },
      });
      return key;
    });
  }

  change(agent: LiveAgent, key: string, said: Said): Promise<ConnectionSettingsView> {
    return this.inTurn(agent, async (before) => {
      const was = before.find((one) => one.key === key);
      if (!was) throw new DomainError('connection_unknown');
      if (said.version !== undefined && said.version !== versionOf(was))
        throw new DomainError('settings_changed');
      const rules = this.errorsOf(said);
      if (said.connection.key !== key)
        rules.push({ path: 'connection.key', message: 'cannot change: pages name it' });
      if (needsSecret(was, said))
        rules.push({
          path: 'connection.clientSecret',
          message: 'is needed again: what it is sent to, or whose it is, would change',
        });
      if (rules.length > 0) throw new DomainError('request_malformed', { errors: rules });
      await this.write(agent, was.id, said, before);
      await this.audit.add(agent.brandId, {
        actor: actorOf(agent),
        action: 'connection_changed',
        detail: { connection: key },
      });
      return key;
    });
  }

  async remove(agent: LiveAgent, key: string): Promise<void> {
    const { brandId } = agent;
    const { slug } = await this.brands.byId(brandId);
    await this.turns.run(slug, async () => {
      const before = await this.connections.ofBrand(brandId);
      if (!before.some((one) => one.key === key)) throw new DomainError('connection_unknown');
      await this.connections.remove(brandId, key, this.clock.now());
      await this.settle(agent, before);
      await this.audit.add(brandId, {
        actor: actorOf(agent),
        action: 'connection_removed',
        detail: { connection: key },
      });
    });
  }

  private async inTurn(
    agent: LiveAgent,
    work: (before: readonly Connection[]) => Promise<string>,
  ): Promise<ConnectionSettingsView> {
    const { brandId } = agent;
    const { slug } = await this.brands.byId(brandId);
    return this.turns.run(slug, async () => {
      const key = await work(await this.connections.ofBrand(brandId));
      return this.view(brandId, key);
    });
  }

  private async write(
    agent: LiveAgent,
    id: string,
    { issuer, connection }: Said,
    before: readonly Connection[],
  ): Promise<void> {
    await this.writer.putIssuer(agent.brandId, issuer);
    await this.writer.putConnection(agent.brandId, id, connection);
    await this.settle(agent, before);
  }

  private async settle(agent: LiveAgent, before: readonly Connection[]): Promise<void> {
    this.events.emit('brand.changed', { brandId: agent.brandId });
    await this.trust.endWhereChanged(agent.brandId, before, actorOf(agent));
  }

  /** By the names the two have here: of the whole brand the rules know lists. */
  private errorsOf({ issuer, connection }: Said): { path: string; message: string }[] {
    const input = { issuers: [issuer], connections: [connection], facts: [], agentSignIn: undefined };
    return brandErrors(input, this.config).map(({ path, message }) => ({
      path: path.replace(/^issuers\.0/, 'issuer').replace(/^connections\.0/, 'connection'),
      message,
    }));
  }
}

const wrong = (path: string, message: string) =>
  new DomainError('request_malformed', { errors: [{ path, message }] });

/** A secret goes only where it was meant to go: another issuer, client or endpoint gets one of its own. */
function needsSecret(was: Connection, { issuer, connection }: Said): boolean {
  if (connection.flow !== 'code' || connection.clientSecret !== undefined) return false;
  return (
    was.flow !== 'code' ||
    was.issuer.url !== issuer.url ||
    was.issuer.discovery !== issuer.discovery ||
    was.clientId !== connection.clientId ||
    was.tokenEndpoint !== (connection.tokenEndpoint ?? null)
  );
}
