'use client';

export default function BankError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <section className="pt-20" role="alert">
      <h1 className="text-[44px]">This page did not load</h1>
      <p className="mt-4 text-soft">Nothing was changed. Try again in a moment.</p>
      <p className="mt-6">
        <button type="button" className="action" onClick={reset}>
          Try again
        </button>
      </p>
    </section>
  );
}
