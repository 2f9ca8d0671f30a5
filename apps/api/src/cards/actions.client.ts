import {
  type ActionAnswer,
  type ActionRequest,
  actionAnswer,
  type RejectionReason,
} from '@countersign/claims';
import { Injectable } from '@nestjs/common';
import type { BrandActions } from '../brands/index.js';
import { Clock } from '../common/clock.js';
import { OutboundClient, signed } from '../outbound/index.js';

/** `again`: nobody knows whether it was heard, so the same is asked again. `refused`: it was, and was not understood. */
export type Asked =
  | { readonly kind: 'answered'; readonly answer: ActionAnswer }
  | { readonly kind: 'refused' }
  | { readonly kind: 'again' };

/** Answers of a server that is not ready, and not of one that does not want to. */
const LATER = new Set([408, 425, 429]);

/** A place that is never called will not be called later either; and what was answered in no form of ours stays so. */
const FINAL = new Set<RejectionReason>(['address_forbidden', 'provider_answer_invalid']);

/** Asks a brand's backend to carry out what was accepted. Signed as Standard Webhooks say, under the card's id. */
@Injectable()
export class ActionsClient {
  constructor(
    private readonly outbound: OutboundClient,
    private readonly clock: Clock,
  ) {}

  async ask(brandId: string, { url, secret }: BrandActions, request: ActionRequest): Promise<Asked> {
    const json = JSON.stringify(request);
    const headers = signed({ id: request.id, at: this.clock.now(), body: json }, [secret]);
    const sent = await this.outbound.send({
      url,
      method: 'POST',
      headers,
      json,
      breaker: `${brandId} actions`,
    });
    if (!sent.ok) return { kind: FINAL.has(sent.reason) ? 'refused' : 'again' };
    const { status, body } = sent.answer;
    if (status >= 500 || LATER.has(status)) return { kind: 'again' };
    if (status >= 300) return { kind: 'refused' };
    const answer = read(body);
    return answer ? { kind: 'answered', answer } : { kind: 'refused' };
  }
}

function read(body: string): ActionAnswer | undefined {
  try {
    return actionAnswer.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}
