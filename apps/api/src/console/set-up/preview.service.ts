import { type Previewed, type previewFacts } from '@countersign/contracts';
import { displayNameOf, factsFromClaims } from '@countersign/protocol';
import { Injectable } from '@nestjs/common';
import { decodeJwt } from 'jose';
import type { z } from 'zod';
import { Clock } from '../../common/clock.js';
import { DomainError } from '../../common/domain-error.js';
import { emailAuthorityOf } from '../../connections/index.js';

/** Claims of every token, which say how it is to be judged and nothing of the person. */
const ofTheToken = new Set(
  'iss aud azp exp iat nbf jti nonce at_hash c_hash s_hash auth_time acr amr sid email_verified'.split(' '),
);

/** Shows by the very code that maps a proof what claims would become. Nothing is judged, kept or believed. */
@Injectable()
export class PreviewService {
  constructor(private readonly clock: Clock) {}

  preview({ token, issuer, mapping, authoritative, facts }: z.output<typeof previewFacts>): Previewed {
    const claims = typeof token === 'string' ? claimsIn(token) : token;
    const mapped = factsFromClaims({
      claims,
      mapping,
      authoritative,
      emailAuthority: emailAuthorityOf(issuer),
      declared: facts,
      provenance: {
        source: 'id_token',
        issuer,
        issuerLabel: '',
        connection: 'preview',
        at: this.clock.now().toISOString(),
      },
    });
    const used = new Set(Object.keys(mapping).map((path) => path.split('.')[0]));
    return {
      facts: [...mapped.facts],
      notes: [...mapped.notes],
      left: Object.keys(claims)
        .filter((name) => !used.has(name) && !Object.hasOwn(mapping, name) && !ofTheToken.has(name))
        .map((name) => name.slice(0, 200))
        .slice(0, 100),
      name: displayNameOf(mapped.facts)?.text ?? null,
    };
  }
}

function claimsIn(token: string): Record<string, unknown> {
  try {
    return decodeJwt(token.trim());
  } catch {
    const parts = token.trim().split('.').length;
    const message =
      parts === 5
        ? 'is encrypted: paste the token inside of it, or its claims as JSON'
        : 'is no ID token: three parts with dots between them, or the claims as JSON';
    throw new DomainError('request_malformed', { errors: [{ path: 'token', message }] });
  }
}
