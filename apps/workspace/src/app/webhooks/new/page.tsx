import { titled } from '../../../settings/server-tongue';
import { NewWebhook } from '../../../webhooks/new-webhook';

export const generateMetadata = titled((pages) => pages.newWebhook);

export default function NewWebhookPage() {
  return <NewWebhook />;
}
