import type { RejectionReason } from '@countersign/claims';

/** What LivePerson's identity provider calls such a failure, for pages that tell them apart. */
const codes: Partial<Record<RejectionReason, number>> = {
  proof_malformed: 1007,
  header_forbidden: 1003,
  algorithm_not_allowed: 1003,
  decryption_failed: 1004,
  claims_malformed: 1010,
  token_expired: 1012,
  key_unknown: 1041,
  key_id_missing: 1042,
  key_unsuitable: 1028,
  keys_unavailable: 1038,
  signature_invalid: 9007,
  issuer_mismatch: 9007,
  provider_unavailable: 9001,
  code_refused: 9011,
  code_replayed: 9011,
  redirect_uri_mismatch: 9012,
  provider_timeout: 9013,
};
const OTHERWISE = 9014;

export const internalErrorCode = (reason: string): number =>
  (Object.hasOwn(codes, reason) ? codes[reason as RejectionReason] : undefined) ?? OTHERWISE;
