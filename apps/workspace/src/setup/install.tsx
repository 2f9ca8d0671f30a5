'use client';

import { Tabs } from '@base-ui/react/tabs';
import type { ConsoleConnection } from '@countersign/contracts';
import { ClipboardCheck, Copy } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { consoleClient } from '../api/console.client';
import { useMe } from '../desk/desk-context';
import { useSettings } from '../settings/settings';
import { useWords } from '../settings/tongue';
import { Button, buttonLook } from '../ui/button';
import { SelectField } from '../ui/fields';
import { Card, CopyRow, TroubleNote } from './card';
import { SetUpPage } from './set-up-frame';
import { builtFor, type Snippet, snippets } from './snippets';
import { useAnswer } from './use-answer';

const TOLD_MS = 2_000;

/** What is built for is called by its own name; a backend is none. */
const labelOf = (id: Snippet['id'], backend: string) => (id === 'backend' ? backend : builtFor[id]);

function Code({ snippet: { code, file, id } }: { snippet: Snippet }) {
  const { brand, shell } = useWords();
  const { install } = brand;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), TOLD_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="overflow-hidden rounded-card border border-line">
      <div className="flex items-center justify-between border-b border-line bg-hover px-3 py-1.5">
        <code className="text-xs text-quiet">{file}</code>
        <Button
          kind="quiet"
          data-testid={`copy-${id}`}
          onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
        >
          {copied ? <ClipboardCheck aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
          {copied ? shell.copied : install.copy}
          <span className="sr-only">{install.snippetFor(labelOf(id, install.backend))}</span>
        </Button>
      </div>
      <pre
        data-testid={`snippet-${id}`}
        dir="ltr"
        className="m-0 p-3 text-xs leading-5 whitespace-pre-wrap wrap-anywhere"
      >
        <code>{code}</code>
      </pre>
      <span role="status" className="sr-only">
        {copied && shell.copied}
      </span>
    </div>
  );
}

function Snippets({ all }: { all: readonly Snippet[] }) {
  const { install } = useWords().brand;
  return (
    <Tabs.Root defaultValue="html">
      <Tabs.List className="mb-3 flex gap-1 overflow-x-auto" aria-label={install.for}>
        {all.map(({ id }) => (
          <Tabs.Tab
            key={id}
            value={id}
            data-testid={`for-${id}`}
            {...(id === 'backend' ? {} : { lang: 'en' })}
            className="h-8 cursor-pointer rounded-control border-0 bg-transparent px-3 text-sm font-medium whitespace-nowrap text-quiet hover:bg-hover hover:text-ink data-active:bg-active data-active:text-ink"
          >
            {labelOf(id, install.backend)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {all.map((snippet) => (
        <Tabs.Panel key={snippet.id} value={snippet.id}>
          <Code snippet={snippet} />
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}

function ValuesCard({
  apiUrl,
  brand,
  connection: { key, origins },
  inWindow,
}: {
  apiUrl: string;
  brand: string;
  connection: ConsoleConnection;
  inWindow: boolean;
}) {
  const { install } = useWords().brand;
  return (
    <Card title={install.values} note={install.valuesNote}>
      <dl className="m-0 rounded-card border border-line px-3">
        <CopyRow name={install.service} text={apiUrl} />
        <CopyRow name={install.brand} text={brand} />
        <CopyRow name={install.connection} text={key} />
        {inWindow && (
          <CopyRow
            name={install.window}
            text={`${apiUrl}/window/${brand}?connection=${key}`}
            testid="copy-window"
          />
        )}
      </dl>
      <p className="mt-2 text-xs text-quiet">
        {install.opensOn}
        {origins.length === 0 ? install.noPage : <bdi>{origins.join(', ')}</bdi>}.{' '}
        <Link href={`/setup/connection/${key}`} className="font-medium">
          {install.changePages}
        </Link>
      </p>
    </Card>
  );
}

function NoConnection() {
  const { brand, setUp } = useWords();
  return (
    <SetUpPage title={setUp.pages.install} lead={brand.install.none}>
      <div>
        <Link href="/setup/connection/new" className={buttonLook('primary', 'no-underline')}>
          {setUp.list.make}
        </Link>
      </div>
    </SetUpPage>
  );
}

/** What goes on the brand's pages, filled in. */
export function Install() {
  const words = useWords();
  const { apiUrl } = useSettings();
  const { brand } = useMe();
  const { value, trouble, client } = useAnswer(() => consoleClient(apiUrl).connections());
  const [chosen, setChosen] = useState<string | null>(null);
  const [inWindow, setInWindow] = useState<Record<string, boolean>>({});
  const connection = value?.connections.find(({ key }) => key === chosen) ?? value?.connections[0];
  const key = connection?.key;
  useEffect(() => {
    if (key)
      void client
        .connection(key)
        .then(
          (answer) =>
            answer.ok &&
            setInWindow((known) => ({ ...known, [key]: answer.value.connection.window === true })),
        );
  }, [client, key]);
  if (value && !connection) return <NoConnection />;
  const known = key === undefined ? undefined : inWindow[key];
  return (
    <SetUpPage title={words.setUp.pages.install} lead={words.brand.install.lead}>
      <TroubleNote trouble={trouble} />
      {value && value.connections.length > 1 && (
        <SelectField
          label={words.brand.install.connection}
          value={key}
          onChange={(event) => setChosen(event.target.value)}
        >
          {value.connections.map((one) => (
            <option key={one.key} value={one.key} dir="auto">
              {one.label} ({one.key})
            </option>
          ))}
        </SelectField>
      )}
      {connection && known !== undefined && (
        <>
          <Card>
            <Snippets
              all={snippets({
                apiUrl,
                brand: brand.slug,
                connection: connection.key,
                flow: connection.flow,
                window: known,
                issuer: connection.issuer.url,
                audience: connection.audience,
              })}
            />
          </Card>
          <ValuesCard apiUrl={apiUrl} brand={brand.slug} connection={connection} inWindow={known} />
        </>
      )}
    </SetUpPage>
  );
}
