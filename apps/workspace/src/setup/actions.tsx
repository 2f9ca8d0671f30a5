'use client';

import { type FormEvent, useState } from 'react';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { TextField } from '../ui/fields';
import { Card } from './card';
import { ShownOnce } from './shown-once';
import { useActions } from './use-actions';

type Asked = 'rotate' | 'off';
type Kept = Pick<ReturnType<typeof useActions>, 'kept' | 'save' | 'turnOff'>;

/** What is done to an address that is kept, each asked about first. */
function Acts({ kept, save, turnOff }: Kept) {
  const words = useWords().brand.keys.actions;
  const [asked, setAsked] = useState<Asked | null>(null);
  const asking = (what: Asked) => ({
    open: asked === what,
    onOpenChange: (open: boolean) => setAsked(open ? what : null),
  });
  if (kept === null) return null;
  return (
    <>
      <Button onClick={() => setAsked('rotate')}>{words.rotate}</Button>
      <Button kind="quiet" onClick={() => setAsked('off')} data-testid="actions-off">
        {words.off}
      </Button>
      <Confirm
        title={words.rotateAsk}
        text={words.rotateText}
        action={words.rotate}
        onConfirm={() => void save(kept, true)}
        {...asking('rotate')}
      />
      <Confirm
        title={words.offAsk}
        text={words.offText}
        action={words.off}
        onConfirm={() => void turnOff()}
        {...asking('off')}
      />
    </>
  );
}

/** Where the brand's backend carries out what its customers accept, and by which secret it knows the service. */
export function Actions() {
  const { brand, setUp, trouble: told } = useWords();
  const words = brand.keys.actions;
  const { kept, url, type, secret, refused, save, turnOff } = useActions();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(url, false);
  };
  return (
    <Card title={words.title} note={words.note}>
      <form className="flex flex-col gap-3" onSubmit={submit} noValidate>
        {secret && <ShownOnce text={secret} title={words.once} label={words.copy} testid="actions-secret" />}
        <TextField
          mono
          label={words.url}
          note={words.urlNote}
          aria-invalid={refused !== null}
          inputMode="url"
          placeholder="https://www.example.com/api/actions"
          data-testid="actions-url"
          value={url}
          onChange={(event) => type(event.target.value)}
        />
        {refused && (
          <p role="alert" className="text-sm text-revoked-ink" data-testid="actions-trouble">
            {refused.detail ?? told(refused)}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            kind="primary"
            disabled={url === '' || url === kept}
            data-testid="save-actions"
          >
            {setUp.save}
          </Button>
          <Acts {...{ kept, save, turnOff }} />
        </div>
      </form>
    </Card>
  );
}
