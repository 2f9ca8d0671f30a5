import type { Metadata } from 'next';
import { ConversationView } from '../../../conversation/conversation-view';

export const metadata: Metadata = { title: 'Conversation' };

export default async function ConversationPage({ params }: PageProps<'/conversations/[id]'>) {
  const { id } = await params;
  return <ConversationView key={id} id={id} />;
}
