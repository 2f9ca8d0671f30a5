import type { Place } from '../brands/request';
import type { Customer } from '../customers/customer';
import { settingsOf } from '../demo-file/read';
import { env } from '../env';
import { beginLogin } from '../login/begin';
import { finishLogin } from '../login/finish';
import { loginProvider } from '../login/provider';

/**
 * Signs somebody in at Larkspur ID by their address alone, as the demo's stand-in allows: the app of the demo has no
 * browser to sign in with. A real app goes through the system's browser (RFC 8252) and ends with the same session.
 */
export async function appSignIn(person: string): Promise<Customer | undefined> {
  const settings = await settingsOf('larkspur');
  const provider = settings && (await loginProvider(settings, 'larkspur'));
  if (!provider) return undefined;
  const place: Place = { brand: 'larkspur', origin: env().BRAND_SITE_URL };
  const { attempt, location } = await beginLogin(
    provider,
    place.origin,
    { way: 'larkspur', to: '/' },
    person,
  );
  const response = await fetch(location, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
  const back = response.headers.get('location') ?? '';
  // Anywhere else is a page that wants to be seen: the stand-in does not know the address.
  if (!back.startsWith(`${place.origin}/login/callback?`)) return undefined;
  const outcome = await finishLogin(place, attempt, new URL(back), new Date());
  return outcome.kind === 'signed-in' ? outcome.customer : undefined;
}
