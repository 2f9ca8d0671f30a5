import type { Metadata } from 'next';
import { TesterView } from '../../../../tester/tester-view';

export const metadata: Metadata = { title: 'Try a token' };

export default async function TesterPage({ params }: PageProps<'/connections/[key]/try'>) {
  const { key } = await params;
  return <TesterView connectionKey={key} />;
}
