import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Mark } from '../../../larkspur/flower';
import { Notice } from '../../../larkspur/notice';
import { problemText, safePath } from '../../../login/attempt';
import { currentCustomer } from '../../../session/session';
import { LookingAt } from '../../../shop/looking-at';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Login({ searchParams }: PageProps<'/login'>) {
  const { to, problem } = await searchParams;
  const path = safePath(typeof to === 'string' ? to : undefined, '/account');
  if (await currentCustomer()) redirect(path);
  const words = problemText(problem);
  const query = new URLSearchParams({ to: path });
  return (
    <div className="page grid max-w-md gap-6 pt-16">
      <LookingAt what="Sign-in page" />
      <h1 className="text-[40px]">Sign in to Larkspur</h1>
      {words ? <Notice kind="problem">{words}</Notice> : null}
      <div className="grid gap-3">
        {/* Plain anchors: fetching these ahead of a click would begin a sign-in nobody asked for. */}
        <a href={`/login/google?${query}`} className="button button-main">
          Continue with Google
          <span className="font-normal opacity-90">(stand-in)</span>
        </a>
        <a href={`/login/larkspur?${query}`} className="button button-quiet">
          <Mark />
          Continue with Larkspur ID
        </a>
      </div>
      <p className="text-[15px] text-soft">
        New here? Signing in for the first time opens an account with Larkspur 40, so there is something to
        look at.
      </p>
    </div>
  );
}
