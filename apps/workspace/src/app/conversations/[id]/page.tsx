import { ConversationView } from '../../../conversation/conversation-view';
import { titled } from '../../../settings/server-tongue';

export const generateMetadata = titled(({ conversation }) => conversation);

/** The line it is to be opened at, where the address says so. */
const lineIn = (at: string | string[] | undefined): number | null =>
  typeof at === 'string' && /^[1-9]\d{0,8}$/.test(at) ? Number(at) : null;

export default async function ConversationPage({ params, searchParams }: PageProps<'/conversations/[id]'>) {
  const { id } = await params;
  const { at } = await searchParams;
  return <ConversationView key={id} id={id} at={lineIn(at)} />;
}
