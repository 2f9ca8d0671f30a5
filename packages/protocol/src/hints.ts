import type { RejectionReason } from '@countersign/claims';

/** What a brand's developer can do about each kind of refusal. Where the very refusal tells more: `repair/`. */
const hints: Record<RejectionReason, string> = {
  proof_missing: 'Answer `{code}` or `{idToken}`, or null where nobody is signed in.',
  proof_malformed:
    'Hand the token on as it was made: three or five parts of base64url, without `=`, quotes or blanks.',
  proof_too_large: 'Leave large claims out of the token: push them by the facts API.',
  proof_of_other_flow: 'Answer what the connection’s flow expects, or name another connection in the tag.',
  page_method_missing:
    'Define the method of the name the connection gives on `window`, before the chat opens.',
  page_method_failed:
    'The browser’s console has the error the method threw. Answer null where nobody is signed in.',
  page_method_silent:
    'Answer a code, an ID token or null; a request of yours inside the method may hang. One that calls back names a second parameter, else it is not waited for.',
  attempt_expired: 'Ask the backend for the proof when the method is called, not when the page is made.',
  attempt_unknown:
    'Answer the attempt of the page and browser it was begun in; an attempt cannot be handed on.',
  attempt_used: 'Begin a new attempt for each proof.',
  authorization_refused:
    'The step tells the provider’s error. Compare the client, its callback address and its scope with what is registered there.',
  encryption_required: "Encrypt the signed token to the brand's key from `/v1/brands/{brand}/jwks`.",
  encryption_refused: 'Send the signed token as it is, or let the connection allow encryption.',
  decryption_failed: 'Fetch the encryption keys again: the key in use may have been retired.',
  header_forbidden: 'Leave these out of the header: the service takes keys from the issuer alone.',
  type_not_allowed: 'Hand in the ID token: neither an access token nor a logout token.',
  algorithm_not_allowed:
    'Sign with an algorithm the connection lists, or add the one you use to the connection.',
  key_unknown: 'Publish the signing key in the issuer’s JWKS before the first token that is signed with it.',
  key_id_missing: 'Name the key in the header’s `kid`: the issuer publishes more than one.',
  key_unsuitable:
    'Publish the key with a fitting `kty`, `alg` and `use: sig`, RSA of 2048 bits or more, under a `kid` no other key has.',
  signature_invalid:
    'The key of that `kid` did not make this signature: compare the key’s fingerprint at both ends.',
  claims_malformed:
    '`iss`, `sub`, `aud`, `exp` and `iat` have to be there, each once; times are numbers of seconds.',
  issuer_mismatch: 'Compare letter by letter: a slash at the end or another host is another issuer.',
  audience_mismatch:
    "If `aud` is the brand site's login client: ask for the token with the chat client's id instead.",
  audience_untrusted: 'Mint the token for the chat alone.',
  authorized_party_mismatch:
    'List the client that asked for the token among the connection’s authorized parties.',
  token_expired: 'Mint the token when it is asked for, and compare the clocks of both servers.',
  token_not_yet_valid: 'The clock of the server that minted the token runs ahead.',
  token_too_old: 'Mint a new token for each attempt; a stored one is refused.',
  lifetime_too_long: 'Let the token live for minutes: the session lasts by the connection, not by `exp`.',
  nonce_missing: 'Put the attempt’s `nonce` into the token unchanged.',
  nonce_mismatch: 'Use the `nonce` of the attempt the method was called with, not of an earlier one.',
  subject_invalid:
    'Take a subject of 1 to 255 printable ASCII characters that never changes: no name, no address.',
  hosted_domain_mismatch:
    'Only accounts the demanded Workspace domain manages carry `hd`: a private account has none.',
  authentication_too_old:
    'Send the consumer to sign in again with `max_age`, and let the provider state `auth_time`.',
  authentication_class_unmet: 'Ask the provider for one of the demanded classes with `acr_values`.',
  access_token_hash_mismatch: 'ID token and access token have to come from one answer of the provider.',
  code_hash_mismatch: 'ID token and code have to come from one answer of the provider.',
  proof_replayed: 'Mint one token for each browser; this one was seen from another.',
  proof_unchanged: 'Make a new token for a renewal; the old one counts until it ends.',
  code_replayed: 'Get a new code for each attempt.',
  redirect_uri_mismatch: 'Register the redirect URI with the connection, character for character.',
  session_ended: 'The consumer signed out: sign in at the brand again, and make a new proof.',
  code_refused:
    'The provider says the code is used, expired, or not for this client, redirect URI or challenge.',
  refresh_refused:
    'Nothing to repair where twelve hours are over: the page is asked. Else look whether the provider gives refresh tokens.',
  client_refused: 'Compare client id and secret of the connection with those at the provider.',
  provider_unavailable:
    'Look at the provider’s token endpoint and discovery; the service tries again by itself.',
  provider_paused:
    'The traces before this one say what the provider answered; ten seconds later it is asked again.',
  provider_timeout: 'The provider took longer than five seconds.',
  provider_answer_invalid:
    'Compare the provider’s answer with OpenID Connect: JSON, an `id_token`, `token_type` Bearer.',
  keys_unavailable: 'Open the issuer’s `jwks_uri` from the server that runs the service.',
  address_forbidden:
    'Give the provider a public https address, or ask whoever runs the service to allow this one.',
  userinfo_subject_mismatch:
    'Userinfo has to speak of the subject of the ID token: the provider mixes two accounts up.',
};

export const hintFor = (reason: RejectionReason): string => hints[reason];
