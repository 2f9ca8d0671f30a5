import {
  findSigner,
  type Judgement,
  type OpenedProof,
  readUnbelieved,
  type Signer,
  type Unbelieved,
  type Unopened,
} from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { Clock } from '../common/clock.js';
import type { Connection } from '../connections/index.js';
import { SigningKeysRepository } from './signing-keys.repository.js';

/** What a trace tells beside the checks. Gathered after the verdict, and never a reason for one. */
export type Evidence = {
  readonly token: Unbelieved;
  readonly keyThumbprint?: string;
  readonly signer?: Signer;
};

export type ToExamine = {
  readonly token: string;
  readonly connection: Connection;
  readonly opened: OpenedProof | Unopened;
  readonly keys?: readonly JWK[];
  readonly judgement?: Pick<Judgement, 'verdict' | 'key'>;
};

const SEEN_EVERY_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;
const isKey = (value: JWK): boolean => typeof value === 'object' && value !== null;

/** Of each key once: the same objects verify proof after proof, as long as the issuer's answer is kept. */
const thumbprints = new WeakMap<JWK, Promise<string | undefined>>();

function thumbprintOf(jwk: JWK): Promise<string | undefined> {
  const known = thumbprints.get(jwk);
  if (known) return known;
  const made = calculateJwkThumbprint(jwk).catch(() => undefined);
  thumbprints.set(jwk, made);
  return made;
}

/** Looks at a token once more, when it is judged: which key it was, and whose signature. */
@Injectable()
export class EvidenceService {
  /** When a key was written down last: not every proof is worth a write. */
  private readonly written = new Map<string, number>();

  constructor(
    private readonly signingKeys: SigningKeysRepository,
    private readonly clock: Clock,
  ) {}

  async examine(examined: ToExamine): Promise<Evidence> {
    const { token, opened, judgement } = examined;
    const read = readUnbelieved(token, opened.ok ? opened.signingInput : undefined);
    const key = judgement?.key;
    const keyThumbprint = key && (await thumbprintOf(key));
    if (judgement?.verdict.kind === 'verified' && key && keyThumbprint)
      await this.remember(examined.connection, key, keyThumbprint);
    const signer = await this.signerOf(examined);
    return {
      token: read,
      ...(keyThumbprint === undefined ? {} : { keyThumbprint }),
      ...(signer === undefined ? {} : { signer }),
    };
  }

  private async remember({ brandId, issuer }: Connection, jwk: JWK, thumbprint: string): Promise<void> {
    const now = this.clock.now();
    const name = `${brandId} ${issuer.id} ${thumbprint}`;
    if (now.getTime() - (this.written.get(name) ?? Number.NEGATIVE_INFINITY) < SEEN_EVERY_MS) return;
    if (this.written.size > MOST_REMEMBERED) this.written.clear();
    this.written.set(name, now.getTime());
    await this.signingKeys.see({ brandId, issuerId: issuer.id, thumbprint, jwk }, now);
  }

  private async signerOf({ connection, opened, keys, judgement }: ToExamine): Promise<Signer | undefined> {
    const verdict = judgement?.verdict;
    if (!opened.ok || !keys || verdict?.kind !== 'rejected') return undefined;
    if (verdict.reason !== 'key_unknown' && verdict.reason !== 'signature_invalid') return undefined;
    const published = (await Promise.all(keys.filter(isKey).map(thumbprintOf))).filter(
      (one) => one !== undefined,
    );
    return findSigner({
      token: `${opened.signingInput}.${opened.signature}`,
      algorithm: opened.header.alg,
      published: keys,
      former: await this.signingKeys.formerOf(connection.brandId, connection.issuer.id, published),
    });
  }
}
