import { isApp } from '../../../brands/brand';
import { appPolicy } from '../../../content-policy';
import { env } from '../../../env';
import { builtFile } from '../../../mobile/app-build';

const plain = (text: string) =>
  new Response(text, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** Larkspur's app in a browser, at an address of its own, where the shop's backend is too: no CORS and no cookie. */
export async function GET(request: Request, { params }: RouteContext<'/app-build/[[...path]]'>) {
  const { APP_BUILD } = env();
  if (!isApp(request.headers.get('host'))) return plain('There is no such page.');
  const { path = [] } = await params;
  const built = APP_BUILD === undefined ? undefined : await builtFile(APP_BUILD, path.join('/'));
  if (!built) return plain('The app is not built here. Build it with: npm run mobile -- web');
  return new Response(new Uint8Array(built.content), {
    headers: {
      'content-type': built.type,
      'cache-control': built.keep ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': appPolicy(env()),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}
