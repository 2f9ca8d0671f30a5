import type { Metadata } from 'next';
import { AttemptView } from '../../../../../attempt/attempt-view';

export const metadata: Metadata = { title: 'Attempt' };

export default async function AttemptPage({ params }: PageProps<'/connections/[key]/attempts/[attempt]'>) {
  const { key, attempt } = await params;
  return <AttemptView key={attempt} connection={key} attempt={attempt} />;
}
