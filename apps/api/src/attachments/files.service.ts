import type { Readable } from 'node:stream';
import type { AttachmentLink, FilePart, FileQuery } from '@countersign/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { LiveAgent } from '../agents/index.js';
import { Clock } from '../common/clock.js';
import { DomainError } from '../common/domain-error.js';
import { Log } from '../common/log.js';
import { Sealer } from '../common/sealer.js';
import { sameSecret } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { DeskService, TalkService } from '../conversations/index.js';
import { type LiveSession, SessionGate } from '../identity/index.js';
import { AttachmentsRepository, type StoredAttachment } from './attachments.repository.js';
import { keyOf, Store } from './store.js';

/** Long enough to look at it, and to save it. */
const LINK_MS = 5 * 60_000;

export type ReadFile = {
  readonly attachment: StoredAttachment;
  readonly part: FilePart;
  readonly content: Readable;
};
type Link = {
  readonly brandId: string;
  readonly id: string;
  readonly part: FilePart;
  readonly session: string;
};

/** Who may read a file: whoever may read what was said in its conversation. */
@Injectable()
export class FilesService {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly store: Store,
    private readonly talk: TalkService,
    private readonly desk: DeskService,
    private readonly sessions: SessionGate,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async link(session: LiveSession, id: string): Promise<AttachmentLink> {
    const { brandId, sessionId } = session;
    const attachment = await this.ofConsumer(session, id);
    const until = this.clock.now().getTime() + LINK_MS;
    const to = (part: FilePart) => this.address({ brandId, id, part, session: sessionId }, until);
    const preview = attachment.preview ? to('preview') : null;
    return { url: to('whole'), preview, until: new Date(until).toISOString() };
  }

  /** The link says who asked for it. Whether they still speak, and the conversation is still theirs, is asked anew. */
  async byLink(brandId: string, id: string, { part, session, until, mac }: FileQuery): Promise<ReadFile> {
    const good = sameSecret(mac, this.macOf({ brandId, id, part, session }, until));
    if (!good || until <= this.clock.now().getTime()) throw new DomainError('file_link_invalid');
    const live = await this.sessions.read(brandId, session);
    return this.read(await this.ofConsumer(live, id), part);
  }

  /** As with facts: whoever has the conversation, while it is open; for a lead any, and each look is written down. */
  async byAgent(agent: LiveAgent, id: string, part: FilePart): Promise<ReadFile> {
    const attachment = await this.sent(agent.brandId, id);
    await this.desk.mayOpen(agent, attachment.conversationId);
    return this.read(attachment, part);
  }

  private async ofConsumer(session: LiveSession, id: string): Promise<StoredAttachment> {
    const attachment = await this.sent(session.brandId, id);
    await this.talk.mine(session, attachment.conversationId);
    return attachment;
  }

  private async sent(brandId: string, id: string): Promise<StoredAttachment & { conversationId: string }> {
    const found = await this.repository.sent({ brandId, id });
    if (!found || found.conversationId === null) throw new DomainError('attachment_not_found');
    return { ...found, conversationId: found.conversationId };
  }

  private async read(attachment: StoredAttachment, part: FilePart): Promise<ReadFile> {
    const { brandId, id } = attachment;
    const content = await this.contentOf(keyOf(brandId, id, part));
    if (!content) throw new DomainError('attachment_not_found');
    return { attachment, part, content };
  }

  private async contentOf(key: string): Promise<Readable | undefined> {
    try {
      return await this.store.read(key);
    } catch (error) {
      this.log.failure('a file was not read', error);
      throw new DomainError('service_unavailable', { detail: 'The store of files does not answer.' });
    }
  }

  private address(link: Link, until: number): string {
    const { brandId, id, part, session } = link;
    const url = new URL(`/files/${brandId}/${id}`, this.config.PUBLIC_URL);
    const mac = this.macOf(link, until);
    url.search = new URLSearchParams({ part, session, until: String(until), mac }).toString();
    return url.href;
  }

  private macOf({ brandId, id, part, session }: Link, until: number): string {
    return this.sealer.blind(brandId, ['file', id, part, session, until].join('\n'));
  }
}
