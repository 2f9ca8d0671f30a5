import Link from 'next/link';

export default function NotFound() {
  return (
    <section className="pt-20">
      <h1 className="text-[44px]">This page is not on our books</h1>
      <p className="mt-6">
        <Link href="/" className="text-green-ink underline underline-offset-4">
          Back to the front door
        </Link>
      </p>
    </section>
  );
}
