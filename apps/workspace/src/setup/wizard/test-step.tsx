'use client';

import type { AttemptDetail, ConnectionSettingsView } from '@countersign/contracts';
import { ExternalLink, FlaskConical } from 'lucide-react';
import Link from 'next/link';
import { useCallback, useEffect, useState } from 'react';
import { consoleClient } from '../../api/console.client';
import { TraceReport } from '../../attempt/trace-report';
import { useDesk, useMe } from '../../desk/desk-context';
import { useSettings } from '../../settings/settings';
import { InEnglish, useWords } from '../../settings/tongue';
import { buttonLook } from '../../ui/button';
import { useEvery } from '../../ui/use-every';
import { Card } from '../card';
import { SetUpPage } from '../set-up-frame';

const LOOK_EVERY_MS = 2_000;

/** The latest attempt at a connection, as soon as there is one. */
function useLatest(key: string): AttemptDetail | null {
  const { apiUrl } = useSettings();
  const desk = useDesk();
  const [detail, setDetail] = useState<AttemptDetail | null>(null);
  const look = useCallback(async () => {
    const client = consoleClient(apiUrl);
    const page = await client.attempts(key, {});
    const latest = page.ok ? page.value.attempts[0] : undefined;
    if (!latest) return;
    const answer = await client.attempt(key, latest.attempt);
    if (answer.ok) setDetail(answer.value);
  }, [apiUrl, key]);
  useEffect(() => void look(), [look]);
  useEvery(LOOK_EVERY_MS, () => void look());
  useEffect(() => desk.onJudged(() => void look()), [desk, look]);
  return detail;
}

function Try({ made }: { made: ConnectionSettingsView }) {
  const { connections, wizard } = useWords();
  const { apiUrl } = useSettings();
  const { brand } = useMe();
  const { key, window: inWindow } = made.connection;
  if (inWindow)
    return (
      <a
        href={`${apiUrl}/window/${brand.slug}?connection=${key}`}
        target="_blank"
        rel="noreferrer"
        data-testid="test-login"
        className={buttonLook('primary', 'no-underline')}
      >
        {wizard.test.open}
        <ExternalLink aria-hidden size={14} />
        <span className="sr-only">{wizard.test.inWindow}</span>
      </a>
    );
  return (
    <Link
      href={`/connections/${key}/try`}
      className={buttonLook('primary', 'no-underline')}
      data-testid="to-tester"
    >
      <FlaskConical aria-hidden size={14} />
      {connections.tester.title}
    </Link>
  );
}

/** It is made: now somebody signs in by it, and every check is told. */
export function TestStep({ made }: { made: ConnectionSettingsView }) {
  const { test } = useWords().wizard;
  const detail = useLatest(made.connection.key);
  const verified = detail?.trace.outcome === 'verified';
  return (
    <SetUpPage
      title={verified ? test.works : test.made}
      lead={verified ? test.worksText : test.madeText}
      action={
        <Link
          href="/setup/install"
          data-testid="to-install"
          className={buttonLook(verified ? 'primary' : 'plain', 'no-underline')}
        >
          {test.install}
        </Link>
      }
    >
      <Card>
        <div className="flex flex-wrap items-center gap-3">
          <Try made={made} />
          <p role="status" className="text-sm text-quiet">
            {detail ? '' : test.waiting}
          </p>
        </div>
      </Card>
      {detail && (
        <Card>
          <InEnglish>
            <TraceReport trace={detail.trace} />
          </InEnglish>
        </Card>
      )}
    </SetUpPage>
  );
}
