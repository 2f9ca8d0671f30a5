type Props = {
  readonly title: string;
  readonly address: string;
  readonly children: React.ReactNode;
};

/** A window as a thumbnail: its contents are drawn at twice the size and shown at half. */
export function WindowFrame({ title, address, children }: Props) {
  return (
    <figure className="w-full max-w-103">
      <div className="overflow-hidden rounded-card bg-surface shadow-float">
        <div
          className="flex h-7 items-center gap-1.5 border-b border-line bg-hover px-2.5"
          aria-hidden="true"
        >
          <span className="size-2 rounded-full bg-neutral-7" />
          <span className="size-2 rounded-full bg-neutral-7" />
          <span className="size-2 rounded-full bg-neutral-7" />
          <span className="ml-2 truncate font-mono text-[11px] text-quiet">{address}</span>
        </div>
        <div className="h-60 overflow-hidden sm:h-72">
          <div className="h-144 w-206 origin-top-left scale-[0.42] sm:scale-50">{children}</div>
        </div>
      </div>
      <figcaption className="mt-2 text-sm text-quiet">{title}</figcaption>
    </figure>
  );
}
