'use client';

import { connectionKey } from '@countersign/contracts';
import { type FormEvent, useState } from 'react';
import type { Trouble } from '../../api/answer';
import { useWords } from '../../settings/tongue';
import { Button } from '../../ui/button';
import { SelectField, TextArea, TextField } from '../../ui/fields';
import type { Words } from '../../words/languages';
import { CopyRow, errorOf } from '../card';
import { OwnKeys } from './own-keys';
import { FIRST_KEY, issuerName, linesOf } from './state';
import type { StepProps } from './wizard';

const methods = ['client_secret_post', 'client_secret_basic'] as const;

function AtProvider({ draft, place, found }: StepProps) {
  const { setUp, wizard } = useWords();
  const { register } = wizard;
  if (draft.way === 'envelope')
    return (
      <dl className="m-0 rounded-card border border-line px-3">
        <CopyRow name={register.audience} text={place.audience} testid="copy-audience" />
      </dl>
    );
  return (
    <div>
      <h3 className="text-sm font-semibold">{register.client(issuerName(draft.issuer ?? ''))}</h3>
      <p className="mb-2 text-sm text-quiet">{register.clientNote}</p>
      <dl className="m-0 rounded-card border border-line px-3">
        {draft.way !== 'page-code' && (
          <CopyRow name={setUp.fields.redirectUri} text={place.windowCallback} testid="copy-redirect" />
        )}
        {found?.logout && (
          <CopyRow name={setUp.fields.logoutUri} text={place.logoutUri} testid="copy-logout" />
        )}
      </dl>
    </div>
  );
}

function OfClient({ draft, found, trouble, change, secret, onSecret }: StepProps & Secret) {
  const { setUp, wizard } = useWords();
  const { register } = wizard;
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">{register.given}</h3>
      <TextField
        label={setUp.fields.clientId}
        mono
        name="client-id"
        data-testid="client-id"
        value={draft.clientId ?? ''}
        error={errorOf(trouble, 'connection.clientId')}
        onChange={(event) => change({ clientId: event.target.value })}
      />
      <TextField
        label={setUp.fields.clientSecret}
        mono
        type="password"
        name="client-secret"
        data-testid="client-secret"
        autoComplete="new-password"
        value={secret}
        error={errorOf(trouble, 'connection.clientSecret')}
        note={register.secretNote}
        onChange={(event) => onSecret(event.target.value)}
      />
      {found?.secretPost && !found.secretBasic && (
        <SelectField
          label={register.secretBy}
          value={draft.tokenAuthMethod ?? 'client_secret_post'}
          onChange={(event) => change({ tokenAuthMethod: event.target.value as (typeof methods)[number] })}
        >
          {methods.map((method) => (
            <option key={method} value={method} lang="en" dir="ltr">
              {method}
            </option>
          ))}
        </SelectField>
      )}
      {draft.way === 'page-code' && (
        <TextArea
          label={register.redirectUris}
          rows={2}
          data-testid="redirect-uris"
          placeholder="https://www.example.com/chat/callback"
          value={(draft.redirectUris ?? []).join('\n')}
          error={errorOf(trouble, 'connection.redirectUris')}
          note={register.redirectUrisNote}
          onChange={(event) => change({ redirectUris: event.target.value.split('\n') })}
        />
      )}
    </div>
  );
}

type Secret = { readonly secret: string; readonly onSecret: (secret: string) => void };

type Lacks = {
  readonly client: boolean;
  readonly secret: boolean;
  readonly origins: boolean;
  readonly key: boolean;
  readonly keys: boolean;
};

/** What cannot be left out, and was. */
function lacksOf({ draft }: StepProps, secret: string, origins: string): Lacks {
  const envelope = draft.way === 'envelope';
  return {
    client: !envelope && !draft.clientId?.trim(),
    secret: !envelope && secret === '',
    origins: linesOf(origins).length === 0,
    key: !connectionKey.safeParse(draft.key ?? FIRST_KEY).success,
    keys: envelope && draft.keysBy === 'pasted' && (draft.keys ?? []).length === 0,
  };
}

/** What was seen here before anything is sent, in the form in which the service would say it. */
function troubleOf(lacks: Lacks, { missing, keyMalformed }: Words['wizard']['register']): Trouble {
  const wrong: readonly [boolean, string, string][] = [
    [lacks.client, 'connection.clientId', missing],
    [lacks.secret, 'connection.clientSecret', missing],
    [lacks.origins, 'connection.origins', missing],
    [lacks.key, 'connection.key', keyMalformed],
  ];
  const errors = wrong.filter(([is]) => is).map(([, path, message]) => ({ path, message }));
  return { code: 'request_malformed', title: '', errors };
}

function Where({
  draft,
  trouble,
  change,
  origins,
  onOrigins,
}: StepProps & { origins: string; onOrigins: (origins: string) => void }) {
  const { setUp, wizard } = useWords();
  const { register } = wizard;
  const taken = trouble?.code === 'connection_exists' ? register.keyTaken : undefined;
  return (
    <div className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">
        {draft.way === 'envelope' ? register.whereOwn : register.where}
      </h3>
      <TextArea
        label={setUp.fields.pages}
        rows={2}
        data-testid="origins"
        placeholder="https://www.example.com"
        value={origins}
        error={errorOf(trouble, 'connection.origins')}
        note={register.pagesNote}
        onChange={(event) => onOrigins(event.target.value)}
      />
      <TextField
        label={register.key}
        mono
        data-testid="connection-key"
        value={draft.key ?? FIRST_KEY}
        error={taken ?? errorOf(trouble, 'connection.key')}
        note={register.keyNote}
        onChange={(event) => change({ key: event.target.value.toLowerCase() })}
      />
    </div>
  );
}

/** What to register elsewhere, and what to bring back from there. */
export function RegisterStep(props: StepProps & Secret) {
  const { wizard } = useWords();
  const { register } = wizard;
  const { draft, found, go } = props;
  const [origins, setOrigins] = useState((draft.origins ?? []).join('\n'));
  const [early, setEarly] = useState(false);
  const envelope = draft.way === 'envelope';
  const lacks = lacksOf(props, props.secret, origins);
  const told = early ? { ...props, trouble: troubleOf(lacks, register) } : props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const incomplete = Object.values(lacks).some(Boolean);
    setEarly(incomplete);
    if (incomplete) return;
    const byPost = found?.secretPost && !found.secretBasic;
    go('claims', {
      ...(byPost ? { tokenAuthMethod: draft.tokenAuthMethod ?? 'client_secret_post' } : {}),
      key: draft.key ?? FIRST_KEY,
      origins: linesOf(origins),
      redirectUris: linesOf((draft.redirectUris ?? []).join('\n')),
      ...(draft.clientId ? { clientId: draft.clientId.trim() } : {}),
    });
  };
  return (
    <form className="flex flex-col gap-5" onSubmit={submit} noValidate>
      <h2 className="text-lg font-semibold">{envelope ? register.titleOwn : register.title}</h2>
      <AtProvider {...props} />
      {envelope ? <OwnKeys {...told} missing={early && lacks.keys} /> : <OfClient {...told} />}
      <Where {...told} origins={origins} onOrigins={setOrigins} />
      <div className="flex gap-2">
        <Button kind="primary" type="submit" data-testid="continue">
          {wizard.continue}
        </Button>
      </div>
    </form>
  );
}
