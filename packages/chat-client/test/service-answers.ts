export const MINUTE = 60_000;

export const answer = (status: number, body?: object) => ({
  status,
  ok: status < 300,
  json: async () => body,
});

type Shown = { readonly interactive: boolean; readonly refresh: boolean; readonly now: number };

/** What a page may know of its connection. */
export const embedded = ({ interactive, refresh, now }: Shown) => ({
  brand: { slug: 'larkspur', name: 'Larkspur', accent: '#000000' },
  connection: {
    key: 'web',
    flow: 'implicit',
    method: 'm',
    interactive,
    window: false,
    stepUp: true,
    refresh,
  },
  minimum: 'anonymous',
  onRejected: 'refuse',
  answering: true,
  demo: false,
  now: new Date(now).toISOString(),
});

/** The key's name, or null where the proof is a minute off. */
export function provenAt(dpop: string, now: number): string | null {
  const [header = '', payload = ''] = dpop.split('.').map((part) => {
    try {
      return atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    } catch {
      return '';
    }
  });
  const { iat } = JSON.parse(payload) as { iat: number };
  if (Math.abs(iat * 1000 - now) > MINUTE) return null;
  return (JSON.parse(header) as { jwk: { x: string } }).jwk.x;
}
