import type { DeclaredFact, Fact, FactSource } from '@countersign/claims';
import type { FormerFact } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { type Connection, ConnectionsService } from '../connections/index.js';
import { FactsRepository, type ToldFact } from './facts.repository.js';
import { PageFactsRepository } from './page-facts.repository.js';

/** What is known and what was claimed, each with where it comes from. */
@Injectable()
export class FactsReader {
  constructor(
    private readonly facts: FactsRepository,
    private readonly pages: PageFactsRepository,
    private readonly connections: ConnectionsService,
  ) {}

  async ofConsumer(brandId: string, consumerId: string): Promise<Fact[]> {
    const rows = await this.facts.ofConsumer(brandId, consumerId);
    const told = await this.toldBy(brandId, rows);
    return rows.flatMap((row) => told(row) ?? []);
  }

  /** What each said before it said something else, the latest first. */
  async formerOf(brandId: string, consumerId: string): Promise<FormerFact[]> {
    const rows = await this.facts.formerOf(brandId, consumerId);
    const told = await this.toldBy(brandId, rows);
    return rows.flatMap((row) => {
      const fact = told(row);
      return fact ? [{ fact, replacedAt: row.replacedAt.toISOString() }] : [];
    });
  }

  /** How a row is told, by the connections there are. */
  private async toldBy(
    brandId: string,
    rows: readonly ToldFact[],
  ): Promise<(row: ToldFact) => Fact | undefined> {
    const ids = [...new Set(rows.map(({ connectionId }) => connectionId))];
    const found = await Promise.all(ids.map((id) => this.connections.byId(brandId, id)));
    const by = new Map(found.map((connection) => [connection.id, connection]));
    return (row) => {
      const connection = by.get(row.connectionId);
      return connection && factOf(row, connection);
    };
  }

  async ofPage(brandId: string, sessionId: string): Promise<readonly Fact[]> {
    return this.pages.ofSession(brandId, sessionId);
  }
}

function factOf(row: ToldFact, { key, declared, brandServerLabel }: Connection): Fact {
  const pushed = row.source === 'brand_server';
  const { issuer } = row.consumer;
  return {
    name: row.name,
    value: row.value as Fact['value'],
    sealed: row.sealed,
    ...labelOf(row.name, declared),
    provenance: {
      source: row.source as FactSource,
      ...(pushed ? {} : { issuer: issuer.url }),
      issuerLabel: pushed ? (brandServerLabel ?? issuer.label) : issuer.label,
      connection: key,
      at: row.at.toISOString(),
      ...(row.signingKeyId === null ? {} : { keyId: row.signingKeyId }),
      ...(row.until === null ? {} : { until: row.until.toISOString() }),
    },
  };
}

function labelOf(name: string, declared: readonly DeclaredFact[]): Pick<Fact, 'label'> {
  const label = declared.find((one) => one.name === name)?.label;
  return label === undefined ? {} : { label };
}
