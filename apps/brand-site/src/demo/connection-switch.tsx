'use client';

import { useState } from 'react';
import type { ConnectionKey } from '../chat/connection-key';
import { connectionNames } from './connection-names';
import { switchTo } from './run';
import { smallButton } from './small-button';

/**
 * How the shop proves its customers to the chat. Switching loads the page anew: so it is chosen first, and switched by a
 * button, for arrows pass through every choice (WCAG 2.2, 3.2.2).
 */
export function ConnectionSwitch({ connection, disabled }: { connection: ConnectionKey; disabled: boolean }) {
  const [chosen, setChosen] = useState(connection);
  return (
    <fieldset disabled={disabled}>
      <legend className="text-[14px] font-semibold">Connection</legend>
      <div className="mt-1.5 grid gap-1">
        {connectionNames.map(([key, name]) => (
          <label
            key={key}
            className="flex cursor-pointer items-center gap-2.5 rounded-lg px-2 py-1.5 hover:bg-lilac has-checked:bg-lilac"
          >
            <input
              type="radio"
              name="demo-connection"
              checked={key === chosen}
              onChange={() => setChosen(key)}
              className="size-4 shrink-0 accent-violet"
            />
            {name}
          </label>
        ))}
      </div>
      {chosen !== connection && (
        <button type="button" className={`mt-2 ${smallButton}`} onClick={() => switchTo(chosen)}>
          Switch and load anew
        </button>
      )}
    </fieldset>
  );
}
