import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

/** How far lines have come at a side, or were read there. */
export type Reached = {
  readonly consumerDelivered?: number;
  readonly agentDelivered?: number;
  readonly agentRead?: number;
};
export type Marked = Required<Reached> & { readonly conversationId: string; readonly consumerRead: number };

/**
 * A mark only moves forward, and never beyond what was said. The conversations are held in the order of their ids, as
 * whoever writes many lines holds them, so neither waits for the other for ever.
 */
const mark: Statement = {
  name: 'conversations.mark',
  text: `WITH m AS MATERIALIZED (
      SELECT held.id, m."consumerDelivered" AS a, m."agentDelivered" AS b, m."agentRead" AS c
      FROM json_to_recordset($2::json) AS m("conversationId" uuid, "consumerDelivered" int, "agentDelivered" int, "agentRead" int)
      CROSS JOIN LATERAL (
        SELECT id FROM conversations WHERE brand_id = $1 AND id = m."conversationId" FOR UPDATE) AS held
    )
    UPDATE conversations AS was SET
      consumer_delivered = greatest(was.consumer_delivered, least(m.a, was.last_number)),
      agent_delivered = greatest(was.agent_delivered, least(m.b, was.last_number)),
      agent_read = greatest(was.agent_read, least(m.c, was.last_number))
    FROM m WHERE was.brand_id = $1 AND was.id = m.id
      AND (was.consumer_delivered < least(m.a, was.last_number)
        OR was.agent_delivered < least(m.b, was.last_number)
        OR was.agent_read < least(m.c, was.last_number))
    RETURNING was.id AS "conversationId", was.consumer_delivered AS "consumerDelivered", was.consumer_read AS "consumerRead",
      was.agent_delivered AS "agentDelivered", was.agent_read AS "agentRead"`,
};

@Injectable()
export class MarksRepository {
  constructor(private readonly database: Database) {}

  /** Of one brand, however many conversations. Answers those of which a mark has moved, as it is now. */
  async mark(brandId: string, reached: ReadonlyMap<string, Reached>): Promise<readonly Marked[]> {
    const input = [...reached]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([conversationId, { consumerDelivered = 0, agentDelivered = 0, agentRead = 0 }]) => ({
        conversationId,
        consumerDelivered,
        agentDelivered,
        agentRead,
      }));
    return this.database.within(brandId, () =>
      this.database.rows<Marked>(mark, [brandId, JSON.stringify(input)]),
    );
  }
}
