import { brandSlug } from '@countersign/contracts';
import { readSettings } from '../../env';
import { titled } from '../../settings/server-tongue';
import { BrandField } from '../../sign-in/brand-field';
import { demoBrands } from '../../sign-in/brands';
import { DemoChoice } from '../../sign-in/demo-choice';
import { ProblemNote } from '../../sign-in/problem-note';
import { safeReturn } from '../../sign-in/problems';
import { CreateLink, SignInHead, StandInNote } from '../../sign-in/sign-in-head';

export const generateMetadata = titled((pages) => pages.signIn);

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
        <SignInHead />
        <ProblemNote problem={one(query['problem'])} />
        {demo && isOfDemo(given.brand) ? <DemoChoice {...given} /> : <BrandField {...given} />}
        <CreateLink />
        {demo && <StandInNote host={idpUrl && new URL(idpUrl).host} />}
      </div>
    </main>
  );
}
