import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/domain-error.js';
import { PostingClient } from './posting.client.js';
import type { Forbidden } from './tested-sockets.client.js';

const refused = (detail: string) => new DomainError('webhook_url_refused', { detail });

const sentences: Record<Forbidden, (host: string) => string> = {
  scheme: () => 'The address must begin with https://.',
  address: (host) =>
    `${host} is a private, local or reserved address. The service sends to addresses of the open internet only.`,
  unresolved: (host) =>
    `No address was found for ${host}. Check the spelling, or come back once its name is known.`,
};

/** Whether something may be sent to an address, said when somebody gives it. It is asked again each time something is. */
@Injectable()
export class TargetsService {
  constructor(private readonly posting: PostingClient) {}

  async accept(given: string): Promise<string> {
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (!url) throw refused('This is not an address. It looks like https://example.com/webhooks.');
    if (url.username !== '' || url.password !== '')
      throw refused(
        'An address with a name and a password in it is not kept. What is sent is signed instead.',
      );
    if (url.hash !== '') throw refused('What stands behind # is never sent. Leave it out.');
    const why = await this.posting.forbidden(url);
    if (why) throw refused(sentences[why](url.hostname.slice(0, 100)));
    return url.href;
  }
}
