import type { KoaContextWithOIDC } from 'oidc-provider';

/** An access token on its own, as oidc-provider makes one beside an ID token. */
export async function bareToken({ oidc }: KoaContextWithOIDC) {
  const { client, session, grant, provider } = oidc;
  const grantId = client && session?.grantIdFor(client.clientId);
  if (!client || !session?.accountId || !grant || !grantId) throw new Error('nobody has agreed to a token');
  const token = new provider.AccessToken({
    accountId: session.accountId,
    client,
    grantId,
    gty: 'implicit',
    sessionUid: session.uid,
    scope: grant.getOIDCScopeFiltered(oidc.requestParamOIDCScopes),
  });
  const value = await token.save();
  return { value, expiresIn: token.expiration };
}
