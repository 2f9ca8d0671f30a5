import { Pause, Play, RotateCcw, StepForward } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Story } from './story';
import type { Tour } from './use-tour';

type ButtonProps = {
  readonly onClick: () => void;
  readonly main?: boolean;
  readonly disabled?: boolean;
  readonly testid: string;
  readonly children: ReactNode;
};

function Button({ onClick, main = false, disabled = false, testid, children }: ButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      disabled={disabled}
      data-testid={testid}
      className={`inline-flex h-9 items-center gap-1.5 rounded-control px-3 text-sm font-semibold transition-colors disabled:opacity-50 ${
        main ? 'bg-accent text-on-accent hover:bg-accent-hover' : 'border border-control hover:bg-hover'
      }`}
    >
      {children}
    </button>
  );
}

const words = ({ doing, done }: Tour, { steps }: Story): string => {
  switch (doing) {
    case 'setting':
      return 'Setting the stage: Noor sits down at her desk, the shop opens.';
    case 'playing':
      return `Step ${done + 1} of ${steps.length}`;
    case 'waiting':
      return done === 0
        ? 'Ready.'
        : `Step ${done} of ${steps.length} is done. Both windows are real: try them.`;
    case 'over':
      return 'That was the story. Both windows are real: go on in them, or begin again.';
    case 'failed':
      return 'It stopped here.';
  }
};

/** Next, by itself, and from the start. */
export function Controls({ tour, story }: { tour: Tour; story: Story }) {
  const isBusy = tour.doing === 'playing' || tour.doing === 'setting';
  const isOver = tour.doing === 'over';
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Button main testid="tour-next" onClick={tour.next} disabled={isBusy || isOver || tour.byItself}>
          <StepForward className="size-4" aria-hidden="true" />
          {tour.doing === 'failed' ? 'Try this step again' : 'Next step'}
        </Button>
        {tour.byItself ? (
          <Button testid="tour-pause" onClick={tour.pauseHere}>
            <Pause className="size-4" aria-hidden="true" />
            Pause
          </Button>
        ) : (
          <Button testid="tour-play" onClick={tour.playOn} disabled={isOver || tour.doing === 'setting'}>
            <Play className="size-4" aria-hidden="true" />
            Play
          </Button>
        )}
        <Button testid="tour-reset" onClick={tour.reset}>
          <RotateCcw className="size-4" aria-hidden="true" />
          Reset
        </Button>
      </div>
      <p role="status" data-testid="tour-status" className="text-sm text-quiet">
        {words(tour, story)}
      </p>
      {tour.problem ? (
        <p
          role="alert"
          data-testid="tour-problem"
          className="rounded-control bg-revoked-bg px-3 py-2 text-sm text-revoked-ink"
        >
          {tour.problem}
        </p>
      ) : null}
    </div>
  );
}
