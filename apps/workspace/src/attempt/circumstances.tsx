import type { Trace } from '@countersign/claims';
import type { ReactNode } from 'react';
import { useWords } from '../settings/tongue';
import { ToldText } from '../ui/told-text';

function Item({ term, testid, children }: { term: string; testid?: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-quiet">{term}</dt>
      <dd data-testid={testid} className="min-w-0 wrap-anywhere">
        {children}
      </dd>
    </div>
  );
}

/** By which key, which clock, from where and in what time. */
export function Circumstances({ trace }: { trace: Omit<Trace, 'attempt'> }) {
  const { connections, formats } = useWords();
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2.5 text-sm pane:grid-cols-2">
      <Item term="Flow">{trace.flow === 'code' ? 'Code Flow' : 'Implicit Flow'}</Item>
      {trace.origin && (
        <Item term="Presented by" testid="origin">
          {trace.origin === 'app' ? 'an app' : <ToldText text={trace.origin} />}
        </Item>
      )}
      {trace.keyId && (
        <Item term="Key" testid="key">
          <code className="text-xs">
            <ToldText text={trace.keyId} />
          </code>
        </Item>
      )}
      {trace.keyThumbprint && (
        <Item term="Thumbprint of the key (SHA-256)" testid="thumbprint">
          <code className="text-xs">{trace.keyThumbprint}</code>
        </Item>
      )}
      <Item term="Clock of the service" testid="clock">
        {formats.exactly(trace.now)}{' '}
        <code className="text-xs text-quiet">{Math.floor(Date.parse(trace.now) / 1_000)}</code>
      </Item>
      <Item term="Took" testid="took">
        {connections.milliseconds(trace.durationMs)}
      </Item>
    </dl>
  );
}
