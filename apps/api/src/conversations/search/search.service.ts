import type { Found, SearchResult } from '@countersign/contracts';
import { Injectable } from '@nestjs/common';
import { type LiveAgent, leads } from '../../agents/index.js';
import { AuditRepository } from '../../audit/index.js';
import { SessionGate } from '../../identity/index.js';
import { ConversationsRepository } from '../conversations.repository.js';
import { SearchRepository } from './search.repository.js';
import { beginningsOf, partsOf } from './words.js';

const MOST = 50;

/**
 * What was said, found by its words. An agent finds it in conversations they have or had: to look through what all
 * customers ever wrote is more than to answer one of them. Leads find all, and it is on record that they looked.
 */
@Injectable()
export class SearchService {
  constructor(
    private readonly repository: SearchRepository,
    private readonly conversations: ConversationsRepository,
    private readonly sessions: SessionGate,
    private readonly audit: AuditRepository,
  ) {}

  async search(agent: LiveAgent, words: string): Promise<SearchResult> {
    const { brandId, agentId } = agent;
    const everywhere = leads(agent);
    const asked = { words, beginnings: beginningsOf(words) };
    const hits = await this.repository.search(brandId, everywhere ? null : agentId, asked, MOST + 1);
    // What they looked for may be somebody's own words: it is not kept.
    if (everywhere)
      await this.audit.add(brandId, {
        actor: `agent ${agentId}`,
        action: 'conversations_searched',
        detail: { found: Math.min(hits.length, MOST) },
      });
    const shown = hits.slice(0, MOST);
    const places = await this.places(brandId, [...new Set(shown.map(({ conversation }) => conversation))]);
    const found = shown.flatMap(({ snippet, at, ...hit }): Found[] => {
      const place = places.get(hit.conversation);
      return place ? [{ ...hit, ...place, at: at.toISOString(), parts: partsOf(snippet) }] : [];
    });
    return { found, more: hits.length > MOST };
  }

  private async places(brandId: string, ids: readonly string[]) {
    const conversations = await this.conversations.byIds(brandId, ids);
    const sessions = await this.sessions.peekAll(brandId, [
      ...new Set(conversations.map(({ sessionId }) => sessionId)),
    ]);
    return new Map(
      conversations.map(({ id, state, sessionId }) => {
        const name = sessions.get(sessionId)?.displayName ?? null;
        return [id, { state, name }] as const;
      }),
    );
  }
}
