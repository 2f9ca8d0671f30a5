import type { DeclaredFact, Fact, FactSource } from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import { ConnectionsService } from '../connections/index.js';
import { FactsRepository } from './facts.repository.js';
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
    const ids = [...new Set(rows.map(({ connectionId }) => connectionId))];
    const found = await Promise.all(ids.map((id) => this.connections.byId(brandId, id)));
    const by = new Map(found.map((connection) => [connection.id, connection]));
    return rows.flatMap((row) => {
      const connection = by.get(row.connectionId);
      if (!connection) return [];
      const pushed = row.source === 'brand_server';
      const { issuer } = row.consumer;
      const issuerLabel = pushed ? (connection.brandServerLabel ?? issuer.label) : issuer.label;
      return {
        name: row.name,
        value: row.value as Fact['value'],
        sealed: row.sealed,
        ...labelOf(row.name, connection.declared),
        provenance: {
          source: row.source as FactSource,
          ...(pushed ? {} : { issuer: issuer.url }),
          issuerLabel,
          connection: connection.key,
          at: row.at.toISOString(),
          ...(row.signingKeyId === null ? {} : { keyId: row.signingKeyId }),
          ...(row.until === null ? {} : { until: row.until.toISOString() }),
        },
      };
    });
  }

  async ofPage(brandId: string, sessionId: string): Promise<readonly Fact[]> {
    return this.pages.ofSession(brandId, sessionId);
  }
}

function labelOf(name: string, declared: readonly DeclaredFact[]): Pick<Fact, 'label'> {
  const label = declared.find((one) => one.name === name)?.label;
  return label === undefined ? {} : { label };
}
