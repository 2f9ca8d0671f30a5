'use client';

/** The last resort: it stands alone, without the layout and its styles. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Countersign workspace</title>
        <main>
          <h1>The workspace could not start</h1>
          <p>The fault is ours. Conversations are kept at the service.</p>
          <button type="button" onClick={() => retry()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
