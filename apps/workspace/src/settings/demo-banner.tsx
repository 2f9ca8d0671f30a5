/** One quiet line on every page: nobody shall take the demo's people for real ones. */
export function DemoBanner({ shop }: { shop: string | null }) {
  return (
    <aside
      aria-label="Demo"
      data-testid="demo-banner"
      className="shrink-0 truncate border-b border-line bg-hover px-3 py-0.5 text-center text-xs text-quiet"
    >
      Demo: the brands, their customers and their bills are invented.
      {shop && (
        <>
          {' '}
          <a href={shop} className="hidden text-quiet underline hover:text-ink pane:inline">
            Open the shop
          </a>
        </>
      )}
    </aside>
  );
}
