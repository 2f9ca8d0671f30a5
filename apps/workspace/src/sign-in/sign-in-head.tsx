'use client';

import Link from 'next/link';
import { useWords } from '../settings/tongue';

export function SignInHead() {
  const { signIn } = useWords();
  return (
    <>
      <h1 className="text-xl">{signIn.title}</h1>
      <p className="mt-1 mb-5 text-base text-quiet">{signIn.text}</p>
    </>
  );
}

/** The demo's provider is not the one it stands in for. */
export function StandInNote({ host }: { host: string | null }) {
  const { signIn } = useWords();
  return <p className="mt-4 text-xs text-quiet">{signIn.standIn(host)}</p>;
}

/** For whoever has no brand yet. */
export function CreateLink() {
  const { signIn } = useWords();
  return (
    <p className="mt-5 text-center text-sm text-quiet">
      {signIn.newHere}{' '}
      <Link href="/create" prefetch={false} data-testid="to-create" className="font-medium">
        {signIn.createBrand}
      </Link>
    </p>
  );
}
