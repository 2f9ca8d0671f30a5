import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../../common/database.js';

export type Hit = {
  readonly conversation: string;
  readonly number: number;
  readonly from: 'consumer' | 'agent' | 'system';
  readonly by: string | null;
  readonly at: Date;
  readonly snippet: string;
};

const search: Statement = {
  name: 'messages.search',
  text: `SELECT conversation, number, side AS "from", by, at, snippet FROM search_messages($1, $2, $3, $4, $5)`,
};

@Injectable()
export class SearchRepository {
  constructor(private readonly database: Database) {}

  /** @param agentId in conversations this agent has or had; null: in all of the brand */
  async search(
    brandId: string,
    agentId: string | null,
    { words, beginnings }: { readonly words: string; readonly beginnings: string },
    most: number,
  ): Promise<readonly Hit[]> {
    return this.database.within(brandId, () =>
      this.database.rows<Hit>(search, [brandId, agentId, words, beginnings, most]),
    );
  }
}
