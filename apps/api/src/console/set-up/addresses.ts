import { windowCallbackOf } from '../../connections/index.js';

/** Where a connection's provider sends people and logouts, and whom envelopes name. */
export const addressesOf = (id: string, publicUrl: string) => ({
  id,
  audience: `${publicUrl}/connections/${id}`,
  windowCallback: windowCallbackOf({ id }, publicUrl),
  logoutUri: `${publicUrl}/v1/connections/${id}/backchannel-logout`,
});
