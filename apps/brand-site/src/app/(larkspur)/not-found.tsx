import Link from 'next/link';

export default function NotFound() {
  return (
    <div className="page grid max-w-xl gap-4 pt-20">
      <h1 className="text-[44px]">There’s no page here</h1>
      <p className="text-[19px] text-soft">The address may be old, or a letter went missing on the way.</p>
      <p>
        <Link href="/" className="button button-main">
          Back to the start
        </Link>
      </p>
    </div>
  );
}
