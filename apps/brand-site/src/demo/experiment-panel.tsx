import { type ExperimentKey, experiments } from './experiments';
import { smallButton } from './small-button';

type Props = {
  readonly busy: ExperimentKey | undefined;
  readonly disabled: boolean;
  readonly onRun: (key: ExperimentKey) => void;
};

export function ExperimentPanel({ busy, disabled, onRun }: Props) {
  return (
    <section aria-labelledby="demo-experiments">
      <h3 id="demo-experiments" className="text-[14px] font-semibold tracking-normal">
        Experiments
      </h3>
      <ul className="mt-2 grid gap-3">
        {experiments.map(({ key, name, expect }) => (
          <li key={key} className="grid grid-cols-[1fr_auto] items-center gap-x-3">
            <p className="text-[13px] leading-4.5 text-soft">
              <span className="block text-[14px] font-medium text-ink">{name}</span>
              {expect}
            </p>
            <button
              type="button"
              disabled={disabled || busy !== undefined}
              onClick={() => onRun(key)}
              aria-label={`Run: ${name}`}
              className={smallButton}
            >
              {busy === key ? '…' : 'Run'}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
