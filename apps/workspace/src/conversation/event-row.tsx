import type { Message } from '@countersign/contracts';
import { useWords } from '../settings/tongue';
import { ToldLine } from '../ui/told-line';
import { Clock } from '../ui/when';

/** Something that happened, between what was said: a hairline with its cause and time. */
export function EventRow({ message }: { message: Message }) {
  const { identity } = useWords();
  return (
    <p
      data-testid="message"
      data-from="system"
      data-number={message.number}
      className="flex items-center gap-3 text-xs text-quiet before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line"
    >
      <span className="max-w-[80%] overflow-clip text-center">
        {message.event ? identity.happened(message.event) : <ToldLine text={message.text} />}
        {' · '}
        <Clock at={message.at} />
      </span>
    </p>
  );
}
