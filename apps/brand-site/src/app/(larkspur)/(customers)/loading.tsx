export default function Loading() {
  return (
    <div className="page pt-14" role="status">
      <span className="sr-only">Loading</span>
      <div className="h-12 w-2/3 max-w-md animate-pulse rounded-xl bg-sunken motion-reduce:animate-none" />
      <div className="mt-8 h-56 animate-pulse rounded-2xl bg-sunken motion-reduce:animate-none" />
    </div>
  );
}
