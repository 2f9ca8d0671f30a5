import { CircleAlert, RotateCw } from 'lucide-react';
import type { Outgoing } from '../desk/state';
import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import { Bubble } from './bubble';
import { FileName } from './file-card';

/** A message on its way, or one that did not get there. */
export function OutgoingLine({
  outgoing,
  onRetry,
}: {
  outgoing: Outgoing;
  /** `anyway`: although it is not confirmed who reads it. */
  onRetry: (anyway: boolean) => void;
}) {
  const { conversation, trouble } = useWords();
  const { state, text, attachment, why } = outgoing;
  const reason = state === 'held' || state === 'doubted' ? conversation[state] : why ? trouble(why) : '';
  return (
    <li
      data-testid="message"
      data-from="agent"
      data-delivery={state}
      className="flex flex-col items-end gap-1"
    >
      {attachment && (
        <FileName
          name={attachment.name}
          bytes={attachment.bytes}
          isPicture={attachment.type !== 'application/pdf'}
        />
      )}
      {text !== '' && <Bubble own text={text} faint={state === 'sending'} />}
      {state === 'sending' ? (
        <span className="text-xs text-quiet">{conversation.sending}</span>
      ) : (
        <span
          role="alert"
          className={classNames(
            'flex flex-wrap items-center justify-end gap-x-2 text-xs',
            state === 'unsent' ? 'text-revoked-ink' : 'text-due-ink',
          )}
        >
          <CircleAlert aria-hidden size={12} />
          <span>{conversation.notSent(reason)}</span>
          <button
            type="button"
            onClick={() => onRetry(state === 'doubted')}
            data-testid={state === 'doubted' ? 'send-anyway' : 'retry'}
            className="inline-flex cursor-pointer items-center gap-1 font-medium text-accent-ink underline underline-offset-2"
          >
            <RotateCw aria-hidden size={12} />
            {state === 'doubted' ? conversation.sendAnyway : conversation.sendAgain}
          </button>
        </span>
      )}
    </li>
  );
}
