import type { Metadata } from 'next';
import { ConnectionView } from '../../../connections/connection-view';

export const metadata: Metadata = { title: 'Connection' };

export default async function ConnectionPage({ params }: PageProps<'/connections/[key]'>) {
  const { key } = await params;
  return <ConnectionView key={key} connectionKey={key} />;
}
