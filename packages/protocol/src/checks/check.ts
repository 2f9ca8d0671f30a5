import type { IdTokenClaims } from '@countersign/claims';
import type { JWK } from 'jose';
import type { JoseHeader } from '../envelope/header.js';
import type { Compact } from '../envelope/read.js';
import type { AttemptToJudge, ProofPolicy } from '../policy.js';
import type { Rejection } from '../rejection.js';
import type { CheckInfo } from '../step.js';

type Answer = Rejection | undefined;

/** One thing that must be true. Answers a rejection, or nothing. What it may look at is its subject. */
export type Check<Subject = Judged> = CheckInfo & {
  readonly run: (subject: Subject) => Answer | Promise<Answer>;
};

/** One that answers at once: all but those that ask WebCrypto. */
export type QuickCheck<Subject> = CheckInfo & { readonly run: (subject: Subject) => Answer };

/** A token as it came: parts and header are read leniently, and nothing of them is believed. */
export type Presented = Compact & { readonly policy: ProofPolicy };

/** The outside of an envelope, before any key is tried. */
export type Sealed = { readonly header: JoseHeader; readonly policy: ProofPolicy };

/** What came out of the envelope: undefined where no key opened it. */
export type Unsealed = { readonly inner: string | undefined };

/** The header of the signed token. */
export type Signed = { readonly header: JoseHeader; readonly policy: ProofPolicy };

/** The keys the issuer publishes, those that may be meant, and of these the first. */
export type Keyed = {
  readonly header: JoseHeader;
  readonly published: readonly JWK[];
  readonly meant: readonly JWK[];
};

export type Signature = {
  readonly header: JoseHeader;
  readonly signingInput: string;
  readonly signature: string;
  readonly key: JWK;
};

/** The payload's text, and what JSON makes of it: undefined where it is no text, or no object. */
export type Payload = {
  readonly text: string | undefined;
  readonly members: Readonly<Record<string, unknown>> | undefined;
  readonly policy: ProofPolicy;
};

/** All that a check of the claims may look at. `now` is an argument: no check knows a clock. */
export type Judged = {
  readonly header: JoseHeader;
  /** The header of the envelope, where there was one. */
  readonly outer: JoseHeader | undefined;
  readonly claims: IdTokenClaims;
  readonly policy: ProofPolicy;
  readonly attempt: AttemptToJudge;
  readonly now: Date;
  /** Present in Code Flow. */
  readonly accessToken?: string | undefined;
  readonly code?: string | undefined;
};

export const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);
