import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { safePath } from '../../../login/attempt';
import { currentCustomer } from '../../../session/session';

/** For customers only. Asked before anything is streamed, so that the answer is a plain redirect. */
export default async function CustomersOnly({ children }: { children: React.ReactNode }) {
  if (await currentCustomer()) return children;
  const to = safePath((await headers()).get('x-path'), '/account');
  redirect(`/login?${new URLSearchParams({ to })}`);
}
