import { NothingOpen } from '../../conversation/nothing-open';
import { titled } from '../../settings/server-tongue';

export const generateMetadata = titled(({ conversations }) => conversations);

export default function ConversationsPage() {
  return <NothingOpen />;
}
