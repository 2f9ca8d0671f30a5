import type { DeliveryView, WebhookView } from '@countersign/contracts';
import { CircleCheck, CircleDashed, CircleOff, CircleX, RotateCw, TriangleAlert } from 'lucide-react';
import { useWords } from '../settings/tongue';
import { Pill } from '../ui/pill';
import { shownState } from './state';

const endpoints = {
  on: { tone: 'plain', icon: CircleCheck },
  failing: { tone: 'amber', icon: TriangleAlert },
  off: { tone: 'red', icon: CircleOff },
} as const;

/** A shape and a word: colour is never all that tells. */
export function EndpointState({ state }: Pick<WebhookView, 'state'>) {
  const { webhooks } = useWords();
  const { tone, icon: Icon } = endpoints[state];
  return (
    <Pill tone={tone}>
      <Icon aria-hidden size={12} />
      <span data-testid="endpoint-state">{webhooks.states[state]}</span>
    </Pill>
  );
}

const deliveries = {
  delivered: { tone: 'plain', icon: CircleCheck },
  waiting: { tone: 'plain', icon: CircleDashed },
  retrying: { tone: 'amber', icon: RotateCw },
  given_up: { tone: 'red', icon: CircleX },
} as const;

export function DeliveryState({ delivery }: { delivery: DeliveryView }) {
  const { log } = useWords().webhooks;
  const state = shownState(delivery);
  const { tone, icon: Icon } = deliveries[state];
  return (
    <Pill tone={tone} className="min-w-22 justify-center">
      <Icon aria-hidden size={12} />
      {log.states[state]}
    </Pill>
  );
}
