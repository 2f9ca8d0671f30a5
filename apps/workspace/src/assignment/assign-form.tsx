'use client';

import { Dialog } from '@base-ui/react/dialog';
import { type Colleague, NOTE_LIMIT } from '@countersign/contracts';
import { useId, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useDesk, useDeskState } from '../desk/desk-context';
import { useRow } from '../desk/use-thread';
import { useWords } from '../settings/tongue';
import { Button, buttonLook } from '../ui/button';
import { Choices, type Target } from './choices';

const nobody = [] as const;

const byName = (one: Colleague, other: Colleague) => one.name.localeCompare(other.name);

/**
 * Who was there when it was opened comes first: nobody moves under the hand that chooses. Whoever has it already is
 * nobody to give it to.
 */
function useTargets(id: string): readonly Colleague[] {
  const colleagues = useDeskState((desk) => desk.colleagues) ?? nobody;
  const [first] = useState(() => new Set(colleagues.filter(({ on }) => on).map((one) => one.id)));
  const has = useRow(id)?.agent?.id;
  return colleagues
    .filter((one) => one.id !== has)
    .toSorted((one, other) => Number(first.has(other.id)) - Number(first.has(one.id)) || byName(one, other));
}

export function AssignForm({ id, onDone }: { id: string; onDone: () => void }) {
  const desk = useDesk();
  const { together, trouble } = useWords();
  const targets = useTargets(id);
  const mayReturn = useRow(id)?.state === 'taken';
  const [target, setTarget] = useState<Target>();
  const [note, setNote] = useState('');
  const [why, setWhy] = useState<Trouble | null>(null);
  const field = useId();
  const give = async () => {
    if (target === undefined) return;
    const refused = await desk.assign(id, target?.id ?? null, note);
    setWhy(refused);
    if (!refused) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <Choices targets={targets} chosen={target} mayReturn={mayReturn} onChoose={setTarget} />
      <p role="status" className="mt-2 text-xs text-due-ink">
        {target && !target.on && together.awayText(target.name)}
      </p>
      <label htmlFor={field} className="mt-3 block text-sm font-medium">
        {together.assignNote}
      </label>
      <textarea
        id={field}
        dir="auto"
        rows={3}
        maxLength={NOTE_LIMIT}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        data-testid="assign-note"
        className="mt-1 w-full resize-y rounded-control border border-dashed border-control bg-ground px-3 py-2 text-base"
      />
      <div role="alert" className="text-xs text-revoked-ink">
        {why && trouble(why)}
      </div>
      <div className="mt-4 flex justify-end gap-2">
        <Dialog.Close className={buttonLook('plain')}>{together.cancel}</Dialog.Close>
        <Button kind="primary" type="submit" disabled={target === undefined} data-testid="assign-confirm">
          {target ? together.give(target.name) : target === null ? together.toQueue : together.assign}
        </Button>
      </div>
    </form>
  );
}
