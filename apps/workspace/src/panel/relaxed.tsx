import { type Relaxation, relaxations } from '@countersign/claims';
import { Fold } from '../ui/fold';
import { Sentence } from '../ui/sentence';

/** A quiet line for the agent: what was asked less strictly when this person was verified. */
export function Relaxed({ names }: { names: readonly Relaxation[] }) {
  if (names.length === 0) return null;
  return (
    <div data-testid="relaxed" className="mt-1 text-xs text-quiet">
      <Fold title={<span className="text-xs">LivePerson mode: {names.length} checks are less strict</span>}>
        <ul className="flex list-none flex-col gap-1 p-0 pl-5">
          {names.map((name) => (
            <li key={name}>
              <Sentence text={relaxations[name]} />
            </li>
          ))}
        </ul>
      </Fold>
    </div>
  );
}
