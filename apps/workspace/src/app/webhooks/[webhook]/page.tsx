import { titled } from '../../../settings/server-tongue';
import { WebhookView } from '../../../webhooks/webhook-view';

export const generateMetadata = titled((pages) => pages.webhook);

export default async function WebhookPage({ params }: PageProps<'/webhooks/[webhook]'>) {
  const { webhook } = await params;
  return <WebhookView key={webhook} id={webhook} />;
}
