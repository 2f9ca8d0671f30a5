import type { Relaxation } from '@countersign/claims';
import { useWords } from '../settings/tongue';
import { Fold } from '../ui/fold';
import { Sentence } from '../ui/sentence';

/** A quiet line for the agent: what was asked less strictly when this person was verified. */
export function Relaxed({ names }: { names: readonly Relaxation[] }) {
  const { identity, panel } = useWords();
  if (names.length === 0) return null;
  return (
    <div data-testid="relaxed" className="mt-1 text-xs text-quiet">
      <Fold title={<span className="text-xs">{panel.relaxed(names.length)}</span>}>
        <ul className="flex list-none flex-col gap-1 p-0 ps-5">
          {names.map((name) => (
            <li key={name}>
              <Sentence text={identity.relaxed(name)} />
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
