'use client';

import type { ConnectionSettingsView } from '@countersign/contracts';
import { type FormEvent, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { SelectField, TextArea, TextField } from '../ui/fields';
import { Notice } from '../ui/notice';
import { Card, CopyRow, errorOf, TroubleNote } from './card';
import { type ConnectionForm, changesTrust, formOf, saidOf } from './connection-form';
import { SetUpPage } from './set-up-frame';
import { useAnswer } from './use-answer';

function TrustWarning({ view, form }: { view: ConnectionSettingsView; form: ConnectionForm }) {
  const { edit } = useWords().setUp;
  if (!changesTrust(view, form)) return null;
  return (
    <Notice tone="warning" role="alert" testid="trust-warning" title={edit.trust}>
      {view.connection.flow === 'code' && edit.trustSecret}
      {edit.trustText}
    </Notice>
  );
}

function Fields({
  view,
  form,
  trouble,
  set,
}: {
  view: ConnectionSettingsView;
  form: ConnectionForm;
  trouble: Trouble | null;
  set: (more: Partial<ConnectionForm>) => void;
}) {
  const { edit, fields } = useWords().setUp;
  const code = view.connection.flow === 'code';
  const text = (name: keyof ConnectionForm) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  return (
    <>
      <TextField
        label={edit.label}
        dir="auto"
        {...text('label')}
        error={errorOf(trouble, 'connection.label')}
      />
      <TextField
        label={fields.issuer}
        mono
        {...text('issuer')}
        data-testid="issuer"
        error={errorOf(trouble, 'issuer.url')}
      />
      {(code || form.clientId) && (
        <TextField
          label={fields.clientId}
          mono
          {...text('clientId')}
          data-testid="client-id"
          error={errorOf(trouble, 'connection.clientId')}
        />
      )}
      {code && (
        <TextField
          label={fields.clientSecret}
          mono
          type="password"
          autoComplete="new-password"
          data-testid="client-secret"
          {...text('clientSecret')}
          placeholder={view.hasSecret ? edit.secretKept : ''}
          error={errorOf(trouble, 'connection.clientSecret')}
          note={edit.secretNote}
        />
      )}
      {code && (
        <TextArea
          label={fields.redirectUris}
          rows={2}
          {...text('redirectUris')}
          error={errorOf(trouble, 'connection.redirectUris')}
        />
      )}
      <TextArea
        label={fields.pages}
        rows={3}
        data-testid="origins"
        {...text('origins')}
        error={errorOf(trouble, 'connection.origins')}
        note={edit.pagesNote}
      />
      <TextArea
        label={edit.facts}
        rows={6}
        {...text('mapping')}
        error={errorOf(trouble, 'connection.mapping')}
        note={edit.factsNote}
      />
      <SelectField label={edit.minimum} {...text('minimum')}>
        <option value="anonymous">{edit.minima.anonymous}</option>
        <option value="verified">{edit.minima.verified}</option>
      </SelectField>
      <TextField
        label={edit.minutes}
        inputMode="numeric"
        {...text('assuranceMinutes')}
        error={errorOf(trouble, 'connection.assuranceMinutes')}
      />
    </>
  );
}

/** What is registered elsewhere for it. */
function AtProvider({ view }: { view: ConnectionSettingsView }) {
  const { edit, fields } = useWords().setUp;
  return (
    <Card title={edit.provider} note={edit.providerNote}>
      <dl className="m-0 rounded-card border border-line px-3">
        {view.connection.window && <CopyRow name={fields.redirectUri} text={view.windowCallback} />}
        <CopyRow name={fields.logoutUri} text={view.logoutUri} />
        <CopyRow name={fields.audience} text={view.audience} />
      </dl>
    </Card>
  );
}

/** The settings as the service has them, and what is typed over them until it is saved. */
function useSettingsOf(key: string) {
  const {
    value: view,
    trouble: unread,
    client,
    reload,
    setValue,
  } = useAnswer((from) => from.connection(key));
  const [edited, setEdited] = useState<ConnectionForm | null>(null);
  const [refused, setRefused] = useState<Trouble | null>(null);
  const [saved, setSaved] = useState(false);
  const form = edited ?? (view && formOf(view));
  const set = (more: Partial<ConnectionForm>) => {
    if (form) setEdited({ ...form, ...more });
    setSaved(false);
  };
  const save = async () => {
    if (!view || !form) return;
    const answer = await client.changeConnection(key, saidOf(view, form));
    setRefused(answer.ok ? null : answer.trouble);
    setSaved(answer.ok);
    if (!answer.ok) return;
    setValue(answer.value);
    setEdited(null);
  };
  const loadAnew = async () => {
    await reload();
    setEdited(null);
    setRefused(null);
  };
  return { view, form, trouble: refused ?? unread, saved, set, save, loadAnew };
}

/** A connection that is there, said anew. */
export function EditConnection({ connection: key }: { connection: string }) {
  const { setUp } = useWords();
  const { view, form, trouble, saved, set, save, loadAnew } = useSettingsOf(key);
  if (!view || !form)
    return (
      <SetUpPage title={setUp.edit.title}>
        <TroubleNote trouble={trouble} />
      </SetUpPage>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <SetUpPage title={<bdi>{view.connection.label}</bdi>} lead={<code>{key}</code>}>
      <AtProvider view={view} />
      <Card>
        <form className="flex flex-col gap-4" onSubmit={submit}>
          <Fields view={view} form={form} trouble={trouble} set={set} />
          {view.sharedWith.length > 0 && (
            <p className="text-xs text-quiet">{setUp.edit.shared(view.sharedWith)}</p>
          )}
          <TrustWarning view={view} form={form} />
          <TroubleNote trouble={trouble} onLoadAnew={() => void loadAnew()} />
          <div className="flex items-center gap-3">
            <Button kind="primary" type="submit" data-testid="save">
              {setUp.save}
            </Button>
            <span role="status" className="text-sm text-quiet">
              {saved && setUp.saved}
            </span>
          </div>
        </form>
      </Card>
    </SetUpPage>
  );
}
