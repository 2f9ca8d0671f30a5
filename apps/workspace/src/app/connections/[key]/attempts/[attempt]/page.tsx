import { AttemptView } from '../../../../../attempt/attempt-view';
import { titled } from '../../../../../settings/server-tongue';

export const generateMetadata = titled((pages) => pages.attempt);

export default async function AttemptPage({ params }: PageProps<'/connections/[key]/attempts/[attempt]'>) {
  const { key, attempt } = await params;
  return <AttemptView key={attempt} connection={key} attempt={attempt} />;
}
