import { useWords } from '../settings/tongue';
import { DeadEnd } from '../ui/dead-end';

export function MissingWebhook({ title }: { title: string }) {
  const { webhooks } = useWords();
  return (
    <DeadEnd title={title} to="/webhooks" toLabel={webhooks.toList}>
      {webhooks.missingText}
    </DeadEnd>
  );
}
