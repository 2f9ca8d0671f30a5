import type { Message } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { SEEN_EVERY_MS } from '../../agents/index.js';
import { Clock } from '../../common/clock.js';
import { Database, type Statement } from '../../common/database.js';
import { newId } from '../../common/ids.js';
import { toMessage } from '../conversation.js';
import type { PlainLine } from './plain-line.js';

type Stored = {
  readonly nr: number;
  readonly number: number;
  readonly assurance: string;
  readonly issuer: string | null;
  readonly by: string | null;
};

const store: Statement = {
  name: 'messages.store-plain',
  text: 'SELECT nr, number, assurance, issuer, by FROM store_plain_lines($1, $2, $3, $4, $5)',
};

/** Two said the same at once, or held each other up: each goes its whole way, where it is told apart. */
const COLLIDED: ReadonlySet<unknown> = new Set(['23505', '40P01']);

@Injectable()
export class PlainLinesRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Lines of one brand, each name once. Answers each as it is stored, in their order; undefined: it was not plain. */
  async store(brandId: string, lines: readonly PlainLine[]): Promise<readonly (Message | undefined)[]> {
    const at = this.clock.now();
    const made = lines.map((line, nr) => ({ ...line, nr, id: newId(at) }));
    const places = [...new Set(lines.map(({ conversationId }) => conversationId))];
    const input = made.map(({ nr, id, conversationId, from, sessionId, agentId, clientId, text }) => ({
      nr,
      id,
      place: conversationId,
      side: from,
      session: sessionId,
      agent: agentId,
      client_id: clientId,
      text,
    }));
    const seenAfter = new Date(at.getTime() - SEEN_EVERY_MS);
    const rows = await this.ask(brandId, [brandId, at, seenAfter, places, JSON.stringify(input)]);
    const stored = new Map(rows.map((row) => [row.nr, row]));
    return made.map((line) => {
      const row = stored.get(line.nr);
      if (!row) return undefined;
      const agent = row.by === null ? null : { name: row.by };
      const stamp = { stampAssurance: row.assurance, stampIssuer: row.issuer };
      return toMessage({
        ...line,
        ...stamp,
        number: row.number,
        agent,
        event: null,
        attachment: null,
        cardId: null,
        at,
      });
    });
  }

  private async ask(
    brandId: string,
    values: readonly [string, Date, Date, readonly string[], string],
  ): Promise<readonly Stored[]> {
    try {
      return await this.database.within(brandId, () => this.database.rows<Stored>(store, values));
    } catch (error) {
      if (COLLIDED.has((error as { code?: unknown }).code)) return [];
      throw error;
    }
  }
}
