import type { AttemptView, BeginAttempt } from '@countersign/contracts';
import { codeChallengeOf, type Demands, demanding } from '@countersign/protocol';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Sealer } from '../common/sealer.js';
import { newSecret } from '../common/secrets.js';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';
import { audienceOf, type Connection } from '../connections/index.js';
import { type Attempt, AttemptsRepository } from './attempts.repository.js';
import { type Demanded, nothingDemanded } from './demands.service.js';
import { spentBefore } from './possession.service.js';
import type { Spendable } from './possessions.repository.js';

const LIFETIME_MS = 10 * 60_000;
export const verifierPlace = (brandId: string, id: string) =>
  [brandId, 'attempts', 'code_verifier', id] as const;

/** Attempts are made here, before anybody presents anything. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly repository: AttemptsRepository,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The page learns the challenge; the verifier never leaves the service. */
  async begin(
    connection: Connection,
    reason: NonNullable<BeginAttempt['reason']>,
    possession: Spendable,
    origin: string,
    demanded: Demanded = nothingDemanded,
  ): Promise<AttemptView> {
    const startedAt = this.clock.now();
    const id = newId(startedAt);
    const { brandId } = connection;
    const nonce = newSecret();
    const verifier = connection.flow === 'code' && connection.pkce ? newSecret() : undefined;
    const expiresAt = new Date(startedAt.getTime() + LIFETIME_MS);
    const codeVerifier =
      verifier === undefined ? null : this.sealer.seal(verifier, verifierPlace(brandId, id));
    const stored = { brandId, id, connectionId: connection.id, origin, reason, nonce };
    const attempt = { ...stored, codeVerifier, startedAt, expiresAt, ...demanded };
    if (!(await this.repository.add(attempt, possession))) throw spentBefore();
    return {
      attempt: id,
      reason,
      issuer: connection.issuer.url,
      clientId: audienceOf(connection, this.config.PUBLIC_URL),
      scope: connection.scope,
      nonce,
      ...(verifier === undefined
        ? {}
        : { codeChallenge: await codeChallengeOf(verifier), codeChallengeMethod: 'S256' as const }),
      ...askedOfProvider(connection, demanded),
      expiresAt: expiresAt.toISOString(),
    };
  }

  /** For a window, which leaves with it some time after it was begun. Undefined: it has no verifier. */
  async challengeOf({ brandId, id, codeVerifier }: Attempt): Promise<string | undefined> {
    if (codeVerifier === null) return undefined;
    return codeChallengeOf(this.sealer.open(codeVerifier, verifierPlace(brandId, id)));
  }

  /** For the brand's own developers, whoever began it. */
  async find(brandId: string, id: string): Promise<Attempt | undefined> {
    return (await this.repository.byId(brandId, id)) ?? undefined;
  }

  /** Another browser's, or one begun on another page, is as unknown as one that never was. Spends the possession. */
  async ofPresenter(
    brandId: string,
    id: string,
    possession: Spendable,
    origin: string,
  ): Promise<Attempt | undefined> {
    const attempt = await this.repository.presented(brandId, id, possession);
    if (attempt === 'spent-before') throw spentBefore();
    if (attempt === 'unknown' || attempt.keyThumbprint !== possession.thumbprint) return undefined;
    return attempt.origin === origin ? attempt : undefined;
  }
}

/** What the provider is asked for beside the proof itself: by the connection, and by whoever demands more. */
export const askedOfProvider = (
  { maxAgeSeconds: usual, acrValues: ways }: Connection,
  { demands }: Pick<Demanded, 'demands'>,
): Pick<AttemptView, 'maxAge' | 'acrValues'> => {
  const own = { ...(usual === null ? {} : { maxAgeSeconds: usual }), acrValues: ways };
  const { maxAgeSeconds, acrValues } = demanding<Demands>(own, demands);
  return {
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
    ...(acrValues?.length ? { acrValues: [...acrValues] } : {}),
  };
};
