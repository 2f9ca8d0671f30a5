import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Profile, ResponseMode } from '../profiles/index.js';

/** Where an authorization request keeps what oidc-provider was not told. Never what a client says: it is set anew. */
export const askedFor = 'asked_response_type';

/** oidc-provider knows no `token` alone; it is told `none`, and the token is made when the person has agreed. */
export const hidden = 'token';

/** The response types that oidc-provider is told of. */
export const toldTypes = ({ responseTypes }: Profile): readonly string[] =>
  responseTypes.filter((one) => one !== hidden);

/** The request, with a response type that oidc-provider has. */
export function hideToken(query: URLSearchParams): URLSearchParams {
  const told = new URLSearchParams(query);
  told.delete(askedFor);
  if (query.get('response_type')?.trim() !== hidden) return told;
  told.set('response_type', 'none');
  told.set(askedFor, hidden);
  return told;
}

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const responseTypeOf = ({ oidc }: KoaContextWithOIDC): string =>
  text(oidc.params?.[askedFor]) ?? text(oidc.params?.['response_type']) ?? '';

/** As the client wants it; tokens never travel in a query. OAuth 2.0 Multiple Response Type Encoding Practices, section 3. */
export function responseModeOf(ctx: KoaContextWithOIDC): ResponseMode {
  const asked = text(ctx.oidc.params?.['response_mode']);
  if (asked === 'form_post' || asked === 'fragment') return asked;
  return responseTypeOf(ctx).includes('token') ? 'fragment' : 'query';
}
