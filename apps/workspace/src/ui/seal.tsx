import { sealPath } from '@countersign/look';
import { useWords } from '../settings/tongue';
import { classNames } from './class-names';

/** The seal: for verified facts and nothing else. Its place is beside a value, never inside of one. */
export function Seal({ size = 14, className }: { size?: number; className?: string }) {
  const { shell } = useWords();
  return (
    <span data-testid="seal" className={classNames('inline-flex shrink-0 text-verified-ink', className)}>
      <svg viewBox="0 0 24 24" width={size} height={size} fill="currentColor" fillRule="evenodd" aria-hidden>
        <path d={sealPath} />
      </svg>
      <span className="sr-only">{shell.seal}</span>
    </span>
  );
}
