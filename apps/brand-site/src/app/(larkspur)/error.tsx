'use client';

export default function ShopError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="page grid max-w-xl gap-4 pt-20" role="alert">
      <h1 className="text-[44px]">This page did not load</h1>
      <p className="text-[19px] text-soft">
        Nothing was bought, paid or lost. Try again; if it keeps failing, tell us in the chat.
      </p>
      <p>
        <button type="button" className="button button-main" onClick={reset}>
          Try again
        </button>
      </p>
    </div>
  );
}
