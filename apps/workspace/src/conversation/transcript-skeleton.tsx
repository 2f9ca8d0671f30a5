export function TranscriptSkeleton() {
  return (
    <div aria-busy className="min-h-0 flex-1 px-6 py-4">
      <div className="mx-auto flex max-w-[720px] flex-col gap-4">
        <div className="skeleton h-9 w-3/5" />
        <div className="skeleton h-9 w-2/5 self-end" />
        <div className="skeleton h-16 w-1/2" />
      </div>
    </div>
  );
}
