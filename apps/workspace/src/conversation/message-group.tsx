import type { Message } from '@countersign/contracts';
import { CardInLine } from '../cards/card-in-line';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { ToldLine } from '../ui/told-line';
import { Clock } from '../ui/when';
import { Bubble } from './bubble';
import { FileCard } from './file-card';
import type { Reached } from './reached';

function Line({ message, reached }: { message: Message; reached: Reached }) {
  const { conversation, identity } = useWords();
  const own = message.from === 'agent';
  return (
    <li
      data-testid="message"
      data-from={message.from}
      data-number={message.number}
      // The arrows lead here from the transcript, so that what stands in the margin is found without a pointer.
      tabIndex={-1}
      className={classNames('group rounded-card flex items-center gap-2', own && 'flex-row-reverse')}
    >
      <div
        className={classNames(
          'flex max-w-[85%] min-w-0 flex-col items-start gap-1 *:max-w-full',
          own && 'items-end',
        )}
      >
        {message.attachment && (
          <FileCard attachment={message.attachment} conversation={message.conversation} />
        )}
        {message.card ? (
          <CardInLine card={message.card} />
        ) : (
          message.text !== '' && <Bubble own={own} text={message.text} />
        )}
      </div>
      {own && (
        <span
          // What moves on a line that was heard already is not said aloud.
          aria-live="off"
          data-testid="mark"
          className={classNames(
            'shrink-0 text-xs text-quiet transition-opacity duration-150',
            !reached.stands(message) &&
              'opacity-0 group-hover:opacity-100 group-focus:opacity-100 max-pane:sr-only',
          )}
        >
          {conversation.reached[reached.of(message)]}
        </span>
      )}
      {!own && (
        <span className="shrink-0 text-xs text-quiet opacity-0 transition-opacity duration-150 group-hover:opacity-100 group-focus:opacity-100 max-pane:sr-only">
          {identity.stamp(message.stamp)}
        </span>
      )}
    </li>
  );
}

/** The lines of one speaker in one minute. */
export function MessageGroup({
  messages,
  name,
  reached,
}: {
  messages: readonly [Message, ...Message[]];
  /** How the consumer is called. */
  name: string;
  reached: Reached;
}) {
  const { conversation } = useWords();
  const [first] = messages;
  const own = first.from === 'agent';
  return (
    <div className={classNames('flex flex-col gap-1', own && 'items-end')}>
      <p className="flex items-baseline gap-1.5 text-xs text-quiet">
        <span className="min-w-0 overflow-clip font-medium text-ink grayscale">
          {own ? <bdi>{first.by ?? conversation.agent}</bdi> : <ToldLine text={name} limit={60} />}
        </span>
        <Clock at={first.at} />
      </p>
      <ul className="flex w-full list-none flex-col gap-1 p-0">
        {messages.map((message) => (
          <Line key={message.id} message={message} reached={reached} />
        ))}
      </ul>
    </div>
  );
}
