import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';

/** A full disc, or a ring: told apart without colour, which is kept for what is verified. */
export function DutyDot({ on }: { on: boolean }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-block size-2 shrink-0 rounded-full border-[1.5px]',
        on ? 'border-ink bg-ink' : 'border-quiet bg-transparent',
      )}
    />
  );
}

/** Whether somebody is there, by shape and by word. */
export function DutyMark({ on }: { on: boolean }) {
  const { duty } = useWords();
  return (
    <span
      data-testid="duty"
      data-on={on}
      className="inline-flex items-center gap-1.5 text-xs whitespace-nowrap text-quiet"
    >
      <DutyDot on={on} />
      {on ? duty.on : duty.off}
    </span>
  );
}
