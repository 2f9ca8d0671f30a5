import type { RejectionReason } from '@countersign/claims';

/** What a brand's developer can do about it. Not every reason has a better answer than its own sentence. */
const hints: Partial<Record<RejectionReason, string>> = {
  page_method_missing:
    'Define the method of the name the connection gives on `window`, before the chat opens.',
  page_method_silent: 'Answer a code, an ID token or null; a request of yours inside the method may hang.',
  attempt_expired: 'Ask the backend for the proof when the method is called, not when the page is made.',
  encryption_required: "Encrypt the signed token to the brand's key from `/v1/brands/{brand}/jwks`.",
  encryption_refused: 'Send the signed token as it is, or let the connection allow encryption.',
  decryption_failed: 'Fetch the encryption keys again: the key in use may have been retired.',
  algorithm_not_allowed:
    'Sign with an algorithm the connection lists, or add the one you use to the connection.',
  key_unknown: 'Publish the signing key in the issuer’s JWKS before the first token that is signed with it.',
  key_id_missing: 'Name the key in the header’s `kid`: the issuer publishes more than one.',
  signature_invalid:
    'The key of that `kid` did not make this signature: compare the key’s fingerprint at both ends.',
  issuer_mismatch: 'Compare letter by letter: a slash at the end or another host is another issuer.',
  audience_mismatch:
    "If `aud` is the brand site's login client: ask for the token with the chat client's id instead.",
  audience_untrusted: 'Mint the token for the chat alone.',
  token_expired: 'Mint the token when it is asked for, and compare the clocks of both servers.',
  token_not_yet_valid: 'The clock of the server that minted the token runs ahead.',
  token_too_old: 'Mint a new token for each attempt; a stored one is refused.',
  lifetime_too_long: 'Let the token live for minutes: the session lasts by the connection, not by `exp`.',
  nonce_missing: 'Put the attempt’s `nonce` into the token unchanged.',
  nonce_mismatch: 'Use the `nonce` of the attempt the method was called with, not of an earlier one.',
  proof_replayed: 'Mint one token for each browser; this one was seen from another.',
  code_replayed: 'Get a new code for each attempt.',
  redirect_uri_mismatch: 'Register the redirect URI with the connection, character for character.',
  code_refused:
    'The provider says the code is used, expired, or not for this client, redirect URI or challenge.',
  client_refused: 'Compare client id and secret of the connection with those at the provider.',
  provider_timeout: 'The provider took longer than five seconds.',
  keys_unavailable: 'Open the issuer’s `jwks_uri` from the server that runs the service.',
};

export const hintFor = (reason: RejectionReason): string | undefined => hints[reason];
