import type { ReactNode } from 'react';

/** The list at the side, which scrolls by itself. */
export function Rows<Item>({
  testid,
  items,
  keyOf,
  children,
}: {
  testid: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
}) {
  return (
    <ul className="min-h-0 flex-1 list-none overflow-y-auto p-0" data-testid={testid}>
      {items.map((item) => (
        <li key={keyOf(item)}>{children(item)}</li>
      ))}
    </ul>
  );
}
