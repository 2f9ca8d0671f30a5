/** A discovery document, as clients are to see it. */
export type Publish = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Where an issuer lives. */
export type Place = {
  /** Before every path of its: `/google`. */
  readonly mount: string;
  readonly issuer: string;
  readonly publish: Publish;
};

/** The members that name an address nobody opens in a browser. */
const serverToServer = [
  'token_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
  'revocation_endpoint',
  'introspection_endpoint',
  'device_authorization_endpoint',
];

/**
 * The issuer and what a browser opens by the public address, what a server asks by another: containers and browsers see
 * the same document, whoever fetched it.
 */
export const publishBy =
  (publicUrl: string, backchannelUrl: string | undefined): Publish =>
  (document) => {
    if (backchannelUrl === undefined) return document;
    const moved = serverToServer.flatMap((name) => {
      const address = document[name];
      if (typeof address !== 'string' || !address.startsWith(publicUrl)) return [];
      return [[name, `${backchannelUrl}${address.slice(publicUrl.length)}`]];
    });
    return { ...document, ...Object.fromEntries(moved) };
  };
