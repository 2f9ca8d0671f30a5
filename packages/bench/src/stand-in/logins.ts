import { type Batch, inTurn, type Measured, measuredOf } from '../measure/rounds.js';
import { login } from './login.js';
import { AT_ONCE, type Provider, startBareProvider, startOurs, stop } from './providers.js';

export type LoginsResult = { readonly atOnce: number; readonly measured: readonly Measured[] };
export type LoginsAmounts = { readonly rounds: number; readonly logins: number };

/** So many logins, several at a time. */
export async function logIn({ party }: Provider, logins: number): Promise<number> {
  const begun = performance.now();
  let left = logins;
  const lane = async () => {
    while (left-- > 0) await login(party);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return logins / ((performance.now() - begun) / 1_000);
}

/** Whole logins over HTTP: oidc-provider by itself, and the stand-in that puts its answers into Google's words. */
export async function logins({ rounds, logins: count }: LoginsAmounts): Promise<LoginsResult> {
  const providers = [await startBareProvider(), await startOurs()];
  try {
    const made = new Map<Provider, Batch[]>(providers.map((one) => [one, []]));
    // The first round warms up and is forgotten.
    for (let round = 0; round <= rounds; round++)
      for (const one of inTurn(providers, round)) {
        const perSecond = await logIn(one, count);
        if (round > 0) made.get(one)?.push({ perSecond });
      }
    return { atOnce: AT_ONCE, measured: measuredOf(made) };
  } finally {
    await Promise.all(providers.map(stop));
  }
}
