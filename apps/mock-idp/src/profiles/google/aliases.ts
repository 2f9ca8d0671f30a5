/** Paths that Google still answers, and the ones of today. */
export const aliases: Readonly<Record<string, string>> = {
  '/o/oauth2/auth': '/o/oauth2/v2/auth',
  '/oauth2/v4/token': '/token',
  '/o/oauth2/token': '/token',
  '/o/oauth2/revoke': '/revoke',
  '/o/oauth2/device/code': '/device/code',
  '/oauth2/v1/userinfo': '/v1/userinfo',
  '/oauth2/v2/userinfo': '/v1/userinfo',
  '/oauth2/v3/userinfo': '/v1/userinfo',
  '/oauth2/v1/tokeninfo': '/tokeninfo',
  '/oauth2/v3/tokeninfo': '/tokeninfo',
};
