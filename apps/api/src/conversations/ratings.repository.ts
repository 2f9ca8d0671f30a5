import type { RatingView } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

export type NewRating = {
  readonly brandId: string;
  readonly conversationId: string;
  readonly score: number;
  readonly comment: string | null;
  readonly at: Date;
};
type Row = Omit<NewRating, 'brandId'>;
export type Counted = {
  readonly ended: number;
  readonly scores: readonly { score: number; count: number }[];
};

const putting: Statement = {
  name: 'ratings.put',
  text: `INSERT INTO conversation_ratings (brand_id, conversation_id, score, comment, at) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (brand_id, conversation_id) DO UPDATE SET score = excluded.score, comment = excluded.comment,
      at = excluded.at`,
};
const finding: Statement = {
  name: 'ratings.of',
  text: `SELECT conversation_id AS "conversationId", score, comment, at FROM conversation_ratings
    WHERE brand_id = $1 AND conversation_id = ANY($2::uuid[])`,
};
const ended: Statement = {
  name: 'ratings.ended',
  text: `SELECT count(*)::int AS count FROM conversations
    WHERE brand_id = $1 AND state = 'ended' AND ended_at >= $2`,
};
const counting: Statement = {
  name: 'ratings.scores',
  text: `SELECT r.score, count(*)::int AS count FROM conversations c
    JOIN conversation_ratings r ON r.brand_id = c.brand_id AND r.conversation_id = c.id
    WHERE c.brand_id = $1 AND c.state = 'ended' AND c.ended_at >= $2 GROUP BY r.score`,
};

/** What consumers thought of what has ended: one word per conversation. */
@Injectable()
export class RatingsRepository {
  constructor(private readonly database: Database) {}

  async put({ brandId, conversationId, score, comment, at }: NewRating): Promise<void> {
    await this.database.within(brandId, () =>
      this.database.count(putting, [brandId, conversationId, score, comment, at]),
    );
  }

  async of(brandId: string, conversationIds: readonly string[]): Promise<ReadonlyMap<string, RatingView>> {
    if (conversationIds.length === 0) return new Map();
    const rows = await this.database.within(brandId, () =>
      this.database.rows<Row>(finding, [brandId, conversationIds]),
    );
    return new Map(
      rows.map(({ conversationId, score, comment, at }) => [
        conversationId,
        { score, comment, at: at.toISOString() },
      ]),
    );
  }

  async since(brandId: string, from: Date): Promise<Counted> {
    const [[all], scores] = await this.database.within(brandId, () =>
      Promise.all([
        this.database.rows<{ count: number }>(ended, [brandId, from]),
        this.database.rows<{ score: number; count: number }>(counting, [brandId, from]),
      ]),
    );
    return { ended: all?.count ?? 0, scores };
  }
}
