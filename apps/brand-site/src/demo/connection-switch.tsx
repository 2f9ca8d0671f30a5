'use client';

import type { ConnectionKey } from '../chat/connection-key';
import { connectionNames } from './connection-names';
import { switchTo } from './run';

/** How the shop proves its customers to the chat. Switching loads the page anew. */
export function ConnectionSwitch({ connection, disabled }: { connection: ConnectionKey; disabled: boolean }) {
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
              checked={key === connection}
              onChange={() => switchTo(key)}
              className="size-4 shrink-0 accent-violet"
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
