/**
 * The errors a provider may send a window back with. RFC 6749, sections 4.1.2.1 and 4.2.2.1; OpenID Connect Core 1.0,
 * section 3.1.2.6; OpenID Connect Core Unmet Authentication Requirements 1.0.
 */
const known: ReadonlySet<string> = new Set([
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'interaction_required',
  'login_required',
  'account_selection_required',
  'consent_required',
  'invalid_request_uri',
  'invalid_request_object',
  'request_not_supported',
  'request_uri_not_supported',
  'registration_not_supported',
  'unmet_authentication_requirements',
]);

/** What is not of the list could say anything: it is told as that. */
export const oauthErrorOf = (error: string): string => (known.has(error) ? error : 'unknown_error');
