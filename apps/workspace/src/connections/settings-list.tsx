import type { ConsoleConnection } from '@countersign/contracts';
import { useWords } from '../settings/tongue';
import { Sentence } from '../ui/sentence';
import { settingsOf } from './settings';

/** What a proof has to meet here, in words, with the exact values to compare. */
export function SettingsList({ connection }: { connection: ConsoleConnection }) {
  const { settings } = useWords();
  return (
    <dl className="flex flex-col gap-3 text-sm" data-testid="settings">
      {settingsOf(connection, settings).map(({ title, text, values }) => (
        <div key={title}>
          <dt className="text-xs font-medium text-quiet">
            <Sentence text={title} />
          </dt>
          <dd>
            <Sentence text={text} />
            {values && (
              <ul className="mt-0.5 list-none p-0">
                {values.map((value) => (
                  <li key={value}>
                    <code className="text-xs wrap-anywhere">{value}</code>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
