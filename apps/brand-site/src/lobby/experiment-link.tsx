'use client';

import type { ComponentProps } from 'react';
import type { ExperimentKey } from '../demo/experiments';
import { leavePending } from '../demo/run';
import { openDesk } from './open-desk';

/** Seen only in the panel of an agent; the others end in the shop. */
const seenAtTheDesk: readonly ExperimentKey[] = ['impostor', 'pay'];

type Props = ComponentProps<'a'> & { readonly href: string; readonly experiment: ExperimentKey };

/** To the shop, where the experiment runs by itself; with the agent's window beside it where that is what to look at. */
export function ExperimentLink({ experiment, href, ...rest }: Props) {
  const begin = () => {
    leavePending(experiment);
    if (seenAtTheDesk.includes(experiment)) openDesk();
  };
  return <a href={href} {...rest} onClick={begin} />;
}
