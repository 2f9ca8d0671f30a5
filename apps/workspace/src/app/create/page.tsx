import { CreateBrand } from '../../create/create-brand';
import { titled } from '../../settings/server-tongue';
import { ProblemNote } from '../../sign-in/problem-note';

export const generateMetadata = titled(({ create }) => create);

export default async function CreatePage({ searchParams }: PageProps<'/create'>) {
  const { problem } = await searchParams;
  return (
    <main className="flex flex-1 justify-center overflow-y-auto px-4 py-[max(2rem,10vh)]">
      <div className="w-full max-w-[460px]">
        <ProblemNote problem={typeof problem === 'string' ? problem : undefined} />
        <CreateBrand />
      </div>
    </main>
  );
}
