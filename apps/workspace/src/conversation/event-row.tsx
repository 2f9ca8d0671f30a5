import type { Message } from '@countersign/contracts';
import { ToldLine } from '../ui/told-line';
import { Clock } from '../ui/when';
import { systemWords } from '../words/events';

/** Something that happened, between what was said: a hairline with its cause and time. */
export function EventRow({ message }: { message: Message }) {
  return (
    <p
      data-testid="message"
      data-from="system"
      data-number={message.number}
      className="flex items-center gap-3 text-xs text-quiet before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
    >
      <span className="max-w-[80%] overflow-clip text-center">
        <ToldLine text={message.event ? systemWords(message.event) : message.text} />
        {' · '}
        <Clock at={message.at} />
      </span>
    </p>
  );
}
