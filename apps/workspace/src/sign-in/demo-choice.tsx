'use client';

import { ArrowRight } from 'lucide-react';
import { signInAddress } from '../api/agent.client';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { buttonLook } from '../ui/button';
import { demoBrands } from './brands';

/** One button for each brand, and a shorter way for each of its invented agents. */
export function DemoChoice({ returnTo, hint, brand }: { returnTo: string; hint?: string; brand?: string }) {
  const { apiUrl } = useSettings();
  const { shell, signIn } = useWords();
  const ordered = demoBrands.toSorted(
    (one, other) => Number(other.slug === brand) - Number(one.slug === brand),
  );
  return (
    <ul className="flex list-none flex-col gap-3 p-0">
      {ordered.map(({ slug, name, accent, agents }) => (
        <li key={slug} className="rounded-card border border-line bg-surface p-4">
          <h2 className="flex items-center gap-2 text-base leading-5">
            <span aria-hidden className="size-2.5 rounded-full" style={{ background: accent }} />
            {name}
          </h2>
          <a
            href={signInAddress(apiUrl, slug, returnTo, slug === brand ? hint : undefined)}
            data-testid={`sign-in-${slug}`}
            className={buttonLook(
              slug === (brand ?? 'larkspur') ? 'primary' : 'plain',
              'mt-3 w-full no-underline',
            )}
          >
            {signIn.goTo(name)}
            <ArrowRight aria-hidden size={14} className="rtl:-scale-x-100" />
          </a>
          <p className="mt-2.5 text-xs text-quiet">
            {signIn.demoAgents}{' '}
            {agents.map((agent, index) => (
              <span key={agent.email}>
                {index > 0 && ' · '}
                <a
                  href={signInAddress(apiUrl, slug, returnTo, agent.email)}
                  data-testid={`sign-in-as-${agent.name.toLowerCase()}`}
                  className="font-medium"
                >
                  {agent.name}
                </a>{' '}
                ({shell.roleIs(agent.role)})
              </span>
            ))}
          </p>
        </li>
      ))}
    </ul>
  );
}
