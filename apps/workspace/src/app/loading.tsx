export default function Loading() {
  return (
    <main aria-busy className="flex-1">
      <p className="sr-only" role="status">
        Loading
      </p>
    </main>
  );
}
