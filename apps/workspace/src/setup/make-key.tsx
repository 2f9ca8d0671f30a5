'use client';

import { type ApiKeyRight, apiKeyRight } from '@countersign/contracts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { consoleClient } from '../api/console.client';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { ShownOnce } from './shown-once';
import { useAnswer } from './use-answer';

function Choices<Name extends string>({
  legend,
  all,
  chosen,
  label,
  onChange,
}: {
  legend: string;
  all: readonly Name[];
  chosen: readonly Name[];
  label: (name: Name) => ReactNode;
  onChange: (chosen: Name[]) => void;
}) {
  return (
    <fieldset className="m-0 border-0 p-0">
      <legend className="mb-1 p-0 text-sm font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {all.map((name) => (
          <label key={name} className="flex cursor-pointer items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4 accent-(--cs-accent)"
              checked={chosen.includes(name)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
            />
            {label(name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A key for connections, with rights. It is shown this once. */
export function MakeKey({ live, onMade }: { live: number; onMade: () => void }) {
  const { apiUrl } = useSettings();
  const { keys } = useWords().brand;
  const { value, client } = useAnswer(() => consoleClient(apiUrl).connections());
  const connections = value?.connections.map(({ key }) => key) ?? [];
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [rights, setRights] = useState<ApiKeyRight[]>(['facts:write']);
  const [secret, setSecret] = useState<string | null>(null);
  const wanted = chosen ?? connections;
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await client.makeApiKey({ connections: wanted, rights });
    if (answer.ok) setSecret(answer.value.key);
    onMade();
  };
  return (
    <form className="flex flex-col gap-3 border-t border-line pt-3" onSubmit={(event) => void make(event)}>
      {secret && <ShownOnce text={secret} title={keys.once} label={keys.copy} testid="made-key" />}
      {connections.length === 0 ? (
        <p className="text-sm text-quiet">{keys.noConnection}</p>
      ) : (
        <>
          <Choices
            legend={keys.for}
            all={connections}
            chosen={wanted}
            label={(key) => <code>{key}</code>}
            onChange={setChosen}
          />
          <Choices
            legend={keys.may}
            all={apiKeyRight.options}
            chosen={rights}
            label={(right) => keys.rights[right]}
            onChange={setRights}
          />
          {live >= 2 && (
            <p role="note" className="text-xs text-conflict-ink">
              {keys.two}
            </p>
          )}
          <div>
            <Button
              type="submit"
              kind="primary"
              data-testid="make-key"
              disabled={wanted.length === 0 || rights.length === 0}
            >
              {keys.make}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
