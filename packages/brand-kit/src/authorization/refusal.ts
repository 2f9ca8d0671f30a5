/** The words of OAuth 2.0 and OpenID Connect for what went wrong. */
export type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'access_denied'
  | 'login_required'
  | 'request_not_supported'
  | 'request_uri_not_supported'
  | 'registration_not_supported'
  | 'server_error';

/** Refused, with a sentence that names what was expected. */
export type Refusal = { readonly error: OAuthError; readonly description: string };

export const refuse = (error: OAuthError, description: string): Refusal => ({ error, description });

export const isRefusal = (value: object): value is Refusal => 'error' in value && 'description' in value;
