import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageFacts } from '../../../chat/page-facts';
import { problemText } from '../../../login/attempt';
import { currentCustomer } from '../../../session/session';

export const metadata: Metadata = { title: 'Sign in' };

export default async function JuniperLogin({ searchParams }: PageProps<'/juniper/login'>) {
  if (await currentCustomer()) redirect('/');
  const words = problemText((await searchParams).problem);
  return (
    <section className="pt-20">
      <PageFacts viewing="Sign-in page" />
      <h1 className="text-[44px]">Sign in</h1>
      {words ? (
        <p role="alert" className="mt-5 max-w-xl border-l-2 border-alert pl-4 text-alert">
          {words}
        </p>
      ) : null}
      <p className="mt-8">
        <a href="/login/google?to=/" className="action">
          Continue with Google (stand-in)
        </a>
      </p>
    </section>
  );
}
