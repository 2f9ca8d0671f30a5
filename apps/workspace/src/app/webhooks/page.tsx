import { titled } from '../../settings/server-tongue';
import { NothingChosen } from '../../webhooks/nothing-chosen';

export const generateMetadata = titled((pages) => pages.webhooks);

export default function WebhooksPage() {
  return <NothingChosen />;
}
