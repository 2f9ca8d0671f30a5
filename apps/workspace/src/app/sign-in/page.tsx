import { brandSlug } from '@countersign/contracts';
import type { Metadata } from 'next';
import { readSettings } from '../../env';
import { BrandField } from '../../sign-in/brand-field';
import { demoBrands } from '../../sign-in/brands';
import { DemoChoice } from '../../sign-in/demo-choice';
import { ProblemNote } from '../../sign-in/problem-note';
import { safeReturn } from '../../sign-in/problems';

export const metadata: Metadata = { title: 'Sign in' };

/** Unless somebody names a brand they added themselves. */
const isOfDemo = (brand?: string) => brand === undefined || demoBrands.some(({ slug }) => slug === brand);
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined);

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { demo, idpUrl } = readSettings();
  const query = await searchParams;
  const hint = one(query['hint']);
  const brand = brandSlug.safeParse(one(query['brand']));
  const given = {
    returnTo: safeReturn(one(query['returnTo'])),
    ...(hint ? { hint } : {}),
    ...(brand.success ? { brand: brand.data } : {}),
  };
  return (
    <main className="flex flex-1 justify-center overflow-y-auto px-4 py-[max(2rem,12vh)]">
      <div className="w-full max-w-[400px]">
        <h1 className="text-xl">Sign in to answer</h1>
        <p className="mt-1 mb-5 text-base text-quiet">
          Your brand’s provider says who you are. Only invited agents come in.
        </p>
        <ProblemNote problem={one(query['problem'])} />
        {demo && isOfDemo(given.brand) ? <DemoChoice {...given} /> : <BrandField {...given} />}
        {demo && (
          <p className="mt-4 text-xs text-quiet">
            The demo’s provider stands in for Google{idpUrl && <> at {new URL(idpUrl).host}</>}: choose
            anyone, no password.
          </p>
        )}
      </div>
    </main>
  );
}
