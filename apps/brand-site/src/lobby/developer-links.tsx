import type { Env } from '../env';
import { consoleOf } from './addresses';

export function DeveloperLinks({ API_URL, IDP_URL, WORKSPACE_URL, BRAND_SITE_URL }: Env) {
  const juniper = new URL(BRAND_SITE_URL);
  juniper.hostname = 'juniper.localhost';
  const links = [
    ['API documentation', `${API_URL}/docs`],
    ['The stand-in for Google', IDP_URL],
    ['Workspace', WORKSPACE_URL],
    ['Connections and traces, as Ravi', consoleOf({ API_URL })],
    ['Juniper Bank, another brand', juniper.origin],
  ] as const;
  return (
    <section aria-labelledby="developers">
      <h2 id="developers" className="text-base">
        For developers
      </h2>
      <ul className="mt-2 grid gap-1 text-sm">
        {links.map(([label, href]) => (
          <li key={href}>
            <a href={href} className="underline">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-quiet">
        The rooms of the source, and how to add your own brand: <code>README.md</code>
      </p>
    </section>
  );
}
