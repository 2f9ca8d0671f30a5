'use client';

import { Menu } from '@base-ui/react/menu';
import { useState } from 'react';
import type { Trouble } from '../api/answer';
import { useDesk } from '../desk/desk-context';
import { useWords } from '../settings/tongue';
import { DutyMark } from './duty-mark';
import { useOwnDuty } from './use-duty';

const track =
  'flex h-4 w-7 shrink-0 items-center rounded-full border border-control bg-hover p-px transition-colors duration-150 group-data-checked:border-accent group-data-checked:bg-accent';
const knob =
  'size-3 rounded-full bg-quiet transition-transform duration-150 group-data-checked:translate-x-3 group-data-checked:bg-surface rtl:group-data-checked:-translate-x-3';

/** The switch in the account menu. What it says is what the service knows, not what was clicked. */
export function DutyItem() {
  const desk = useDesk();
  const { duty, trouble } = useWords();
  const on = useOwnDuty();
  const [why, setWhy] = useState<Trouble | null>(null);
  const change = async (wish: boolean) => setWhy(await desk.setDuty(wish));
  return (
    <>
      <Menu.CheckboxItem
        checked={on ?? false}
        disabled={on === null}
        closeOnClick={false}
        onCheckedChange={(wish) => void change(wish)}
        data-testid="duty-switch"
        className="group flex cursor-pointer items-center gap-2 rounded-control px-2 py-1.5 text-sm outline-none select-none data-highlighted:bg-hover"
      >
        <span className="flex min-w-0 flex-1 flex-col">
          <span>{duty.wish}</span>
          {on !== null && <DutyMark on={on} />}
        </span>
        <span aria-hidden className={track}>
          <span className={knob} />
        </span>
      </Menu.CheckboxItem>
      {why !== null && (
        <p role="alert" className="px-2 pb-1 text-xs text-revoked-ink">
          {duty.notChanged(trouble(why))}
        </p>
      )}
    </>
  );
}
