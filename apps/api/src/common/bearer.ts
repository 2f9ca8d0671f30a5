import type { Request } from 'express';

/** The credentials of an `Authorization` header of this scheme. RFC 9110, section 11.6.2. */
export function credentialsOf(request: Request, scheme: 'Bearer' | 'DPoP'): string | undefined {
  const [given, credentials, ...rest] = (request.headers.authorization ?? '').split(' ');
  if (rest.length > 0 || given?.toLowerCase() !== scheme.toLowerCase()) return undefined;
  return credentials || undefined;
}
