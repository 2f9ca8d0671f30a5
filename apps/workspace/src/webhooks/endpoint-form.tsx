'use client';

import { type WebhookInput, type WebhookType, webhookType } from '@countersign/contracts';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { TextField } from '../ui/fields';

type Set = (change: Partial<WebhookInput>) => void;

function Tick({
  label,
  note,
  checked,
  onChange,
  code = false,
}: {
  label: string;
  note: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  code?: boolean;
}) {
  const words = useId();
  return (
    <label className="flex cursor-pointer items-start gap-2.5 rounded-control px-2 py-1.5 hover:bg-hover">
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        aria-describedby={words}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0">
        {code ? (
          <code className="text-xs font-medium">{label}</code>
        ) : (
          <span className="text-sm">{label}</span>
        )}
        <span id={words} className="block text-xs text-quiet">
          {note}
        </span>
      </span>
    </label>
  );
}

function Events({ types, set }: { types: readonly WebhookType[]; set: Set }) {
  const { form } = useWords().webhooks;
  const turn = (type: WebhookType, on: boolean) =>
    set({ types: webhookType.options.filter((one) => (one === type ? on : types.includes(one))) });
  return (
    <fieldset>
      <legend className="text-sm font-medium">{form.events}</legend>
      <div className="mt-1 grid gap-x-4 rounded-card border border-line p-1.5 wide:grid-cols-2">
        {webhookType.options.map((type) => (
          <Tick
            key={type}
            code
            label={type}
            note={form.types(type)}
            checked={types.includes(type)}
            onChange={(on) => turn(type, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Contents({ input, set }: { input: WebhookInput; set: Set }) {
  const { form } = useWords().webhooks;
  return (
    <fieldset>
      <legend className="text-sm font-medium">{form.along}</legend>
      <p className="mt-1 px-2 text-xs text-quiet">{form.always}</p>
      <div className="mt-1 rounded-card border border-line p-1.5">
        <Tick
          label={form.facts}
          note={form.factsNote}
          checked={input.facts}
          onChange={(facts) => set({ facts })}
        />
        <Tick
          label={form.texts}
          note={form.textsNote}
          checked={input.texts}
          onChange={(texts) => set({ texts })}
        />
      </div>
    </fieldset>
  );
}

const empty: WebhookInput = {
  url: '',
  description: '',
  types: [
    'conversation.opened',
    'conversation.ended',
    'consumer.verified',
    'facts.changed',
    'consumer.erased',
  ],
  facts: false,
  texts: false,
};

type Refused = { readonly about: 'address' | 'events' | 'all'; readonly words: string };

function RefusedWords({ refused, about }: { refused: Refused | null; about: Refused['about'] }) {
  if (refused?.about !== about) return null;
  return (
    <p role="alert" className="text-sm text-revoked-ink" data-testid="form-trouble">
      {refused.words}
    </p>
  );
}

/** What stands beside which part. */
const aboutOf = ({ code }: Trouble): Refused['about'] => (code === 'webhook_url_refused' ? 'address' : 'all');

/** All that is said of an endpoint. A refusal stands beside what it is about, and nothing that was filled in is lost. */
export function EndpointForm({
  initial = empty,
  action,
  onSubmit,
  onCancel,
}: {
  initial?: WebhookInput;
  action: string;
  /** Answers why not. */
  onSubmit: (input: WebhookInput) => Promise<Trouble | null>;
  onCancel: () => void;
}) {
  const { shell, trouble: told, webhooks } = useWords();
  const { form } = webhooks;
  const [input, setInput] = useState(initial);
  const [refused, setRefused] = useState<Refused | null>(null);
  const address = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const set: Set = (change) => setInput((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (input.types.length === 0) return setRefused({ about: 'events', words: form.noEvents });
    setBusy(true);
    void onSubmit(input)
      .then((trouble) => {
        const about = trouble && aboutOf(trouble);
        setRefused(trouble && about && { about, words: trouble.detail ?? told(trouble) });
        if (about === 'address') address.current?.focus();
      })
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={submit} className="flex max-w-[720px] flex-col gap-5 px-4 py-5 pane:px-6" noValidate>
      <div className="flex flex-col gap-1">
        <TextField
          mono
          ref={address}
          label={form.address}
          note={form.addressNote}
          placeholder="https://crm.example.com/webhooks/countersign"
          inputMode="url"
          data-testid="endpoint-url"
          aria-invalid={refused?.about === 'address'}
          value={input.url}
          onChange={(event) => set({ url: event.target.value.trim() })}
        />
        <RefusedWords refused={refused} about="address" />
      </div>
      <TextField
        label={form.name}
        dir="auto"
        placeholder={form.nameHint}
        maxLength={200}
        data-testid="endpoint-description"
        value={input.description}
        onChange={(event) => set({ description: event.target.value })}
      />
      <div className="flex flex-col gap-1">
        <Events types={input.types} set={set} />
        <RefusedWords refused={refused} about="events" />
      </div>
      <Contents input={input} set={set} />
      <RefusedWords refused={refused} about="all" />
      <div className="flex gap-2">
        <Button kind="primary" type="submit" disabled={busy} data-testid="save-endpoint">
          {busy ? form.checking : action}
        </Button>
        <Button onClick={onCancel}>{shell.cancel}</Button>
      </div>
    </form>
  );
}
