'use client';

import { useWords } from '../settings/tongue';
import { DutyDot } from './duty-mark';
import { useOwnDuty } from './use-duty';

/** Beside one's own name. */
export function OwnDuty() {
  const { duty } = useWords();
  const on = useOwnDuty();
  if (on === null) return null;
  return (
    <>
      <DutyDot on={on} />
      <span className="sr-only">{on ? duty.on : duty.off}</span>
    </>
  );
}
