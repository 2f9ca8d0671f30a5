import { experiments } from '../demo/experiments';
import { ExperimentLink } from './experiment-link';

/** Four experiments, each with what to expect before anybody tries it. */
export function ExperimentList({ shopWith }: { shopWith: (experiment: string) => string }) {
  return (
    <section aria-labelledby="experiments">
      <h2 id="experiments">Try to fool it</h2>
      <ol className="mt-3 divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {experiments.map(({ key, name, expect, outcome }) => (
          <li key={key}>
            <ExperimentLink
              experiment={key}
              href={shopWith(key)}
              className="group block px-4 py-3 text-ink no-underline transition-colors -outline-offset-2 hover:bg-hover"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="font-semibold group-hover:text-accent-ink">{name}</span>
                <span className="text-right font-mono text-[11px] leading-4 text-quiet">{outcome}</span>
              </span>
              <span className="mt-0.5 block text-sm text-quiet">{expect}</span>
            </ExperimentLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
