import type { Metadata } from 'next';
import { NothingChosen } from '../../connections/nothing-chosen';

export const metadata: Metadata = { title: 'Connections' };

export default function ConnectionsPage() {
  return <NothingChosen />;
}
