import type { CustomerDetail } from '@countersign/contracts';
import Link from 'next/link';
import { useWords } from '../settings/tongue';
import { Pill } from '../ui/pill';
import { Ago } from '../ui/when';

/** The latest first. */
export function CustomerConversations({ conversations }: Pick<CustomerDetail, 'conversations'>) {
  const { customers } = useWords();
  return (
    <section
      aria-labelledby="conversations-of"
      className="overflow-hidden rounded-card border border-line bg-surface"
      data-testid="conversations-of"
    >
      <h2 id="conversations-of" className="px-4 pt-3.5 pb-2 text-sm font-semibold">
        {customers.conversations}
      </h2>
      {conversations.length === 0 && (
        <p className="px-4 pb-3.5 text-sm text-quiet">{customers.noConversations}</p>
      )}
      <ul className="list-none divide-y divide-line p-0">
        {conversations.map(({ id, state, openedAt, messages }) => (
          <li key={id}>
            <Link
              href={`/conversations/${id}`}
              prefetch={false}
              className="flex items-center justify-between gap-3 px-4 py-2 text-sm text-ink no-underline outline-offset-[-2px] hover:bg-hover"
            >
              <span>
                <Ago at={openedAt} />
                <span className="text-xs text-quiet"> · {customers.lines(messages)}</span>
              </span>
              <Pill tone={state === 'ended' ? 'plain' : 'accent'}>{customers.states[state]}</Pill>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
