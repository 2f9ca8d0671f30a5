'use client';

import type { BrandLook } from '@countersign/contracts';
import { type FormEvent, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/fields';
import { Card, errorOf, TroubleNote } from './card';
import { contrastOn } from './contrast';
import { LookPreview } from './look-preview';
import { SetUpPage } from './set-up-frame';
import { useAnswer } from './use-answer';

type Said = BrandLook['look'];

/** What is empty is not said. */
function without<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== '' && one !== undefined),
  ) as Value;
}

function Colour({
  look,
  trouble,
  set,
}: {
  look: BrandLook;
  trouble: Trouble | null;
  set: (accent: string) => void;
}) {
  const words = useWords().brand.look;
  const on = contrastOn(look.accent);
  return (
    <div className="flex items-start gap-2">
      <label className="mt-6 shrink-0">
        <span className="sr-only">{words.chooseAccent}</span>
        <input
          type="color"
          value={/^#[0-9a-f]{6}$/i.test(look.accent) ? look.accent : '#000000'}
          onChange={(event) => set(event.target.value)}
          className="h-9 w-11 cursor-pointer rounded-control border border-control bg-surface p-1"
        />
      </label>
      <div className="flex-1">
        <TextField
          label={words.accent}
          mono
          data-testid="accent"
          value={look.accent}
          error={errorOf(trouble, 'accent')}
          note={on ? words.contrast(on.ink, on.ratio) : words.writtenLike}
          onChange={(event) => set(event.target.value)}
        />
      </div>
    </div>
  );
}

function Form({
  look,
  trouble,
  change,
}: {
  look: BrandLook;
  trouble: Trouble | null;
  change: (look: BrandLook) => void;
}) {
  const words = useWords().brand.look;
  const { look: said } = look;
  const set = (more: Partial<Said>) => change({ ...look, look: without({ ...said, ...more }) });
  const greet = (more: Partial<Said['greeting']>) =>
    set({ greeting: without({ ...said.greeting, ...more }) });
  return (
    <>
      <Colour look={look} trouble={trouble} set={(accent) => change({ ...look, accent })} />
      <div className="grid gap-4 pane:grid-cols-2">
        <SelectField
          label={words.side}
          value={said.side ?? ''}
          onChange={(event) => {
            const { side: _, ...rest } = said;
            const side = event.target.value as 'left' | 'right' | '';
            change({ ...look, look: side === '' ? rest : { ...rest, side } });
          }}
        >
          <option value="">{words.sides.auto}</option>
          <option value="right">{words.sides.right}</option>
          <option value="left">{words.sides.left}</option>
        </SelectField>
        <SelectField
          label={words.colours}
          value={said.scheme}
          onChange={(event) => set({ scheme: event.target.value as Said['scheme'] })}
        >
          <option value="auto">{words.schemes.auto}</option>
          <option value="light">{words.schemes.light}</option>
          <option value="dark">{words.schemes.dark}</option>
        </SelectField>
      </div>
      <div>
        <label className="text-sm font-medium" htmlFor="radius">
          {words.corners(said.radius)}
        </label>
        <input
          id="radius"
          type="range"
          min={0}
          max={24}
          value={said.radius}
          onChange={(event) => set({ radius: Number(event.target.value) })}
          className="mt-2 block w-full accent-(--cs-accent)"
        />
      </div>
      <TextField
        label={words.launcher}
        dir="auto"
        maxLength={30}
        data-testid="launcher-label"
        value={said.launcherLabel ?? ''}
        error={errorOf(trouble, 'look.launcherLabel')}
        note={words.launcherNote}
        onChange={(event) => set({ launcherLabel: event.target.value })}
      />
      <TextField
        label={words.greeting}
        dir="auto"
        maxLength={60}
        value={said.greeting.title ?? ''}
        error={errorOf(trouble, 'look.greeting.title')}
        onChange={(event) => greet({ title: event.target.value })}
      />
      <TextField
        label={words.below}
        dir="auto"
        maxLength={240}
        value={said.greeting.text ?? ''}
        error={errorOf(trouble, 'look.greeting.text')}
        onChange={(event) => greet({ text: event.target.value })}
      />
    </>
  );
}

/** How the chat looks on the brand's pages, with the chat itself beside it. */
export function Look() {
  const { brand, setUp } = useWords();
  const { value, trouble: unread, client, setValue } = useAnswer((from) => from.look());
  const [edited, setEdited] = useState<BrandLook | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const look = edited ?? value;
  if (!look)
    return (
      <SetUpPage title={setUp.pages.look}>
        <TroubleNote trouble={unread} />
      </SetUpPage>
    );
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await client.saveLook(look);
    setTrouble(answer.ok ? null : answer.trouble);
    if (!answer.ok) return;
    setValue(answer.value);
    setEdited(null);
  };
  return (
    <SetUpPage title={setUp.pages.look} lead={brand.look.lead}>
      <div className="grid items-start gap-4 wide:grid-cols-[300px_minmax(0,1fr)]">
        <Card>
          <form className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
            <Form look={look} trouble={trouble} change={setEdited} />
            <TroubleNote trouble={trouble} />
            <div className="flex items-center gap-3">
              <Button kind="primary" type="submit" data-testid="save-look" disabled={edited === null}>
                {setUp.save}
              </Button>
              <span role="status" className="text-sm text-quiet">
                {edited === null && brand.look.saved}
              </span>
            </div>
          </form>
        </Card>
        <LookPreview look={look} />
      </div>
    </SetUpPage>
  );
}
