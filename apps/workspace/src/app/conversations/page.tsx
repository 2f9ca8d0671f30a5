import type { Metadata } from 'next';
import { NothingOpen } from '../../conversation/nothing-open';

export const metadata: Metadata = { title: 'Conversations' };

export default function ConversationsPage() {
  return <NothingOpen />;
}
