'use client';

import { useWords } from '../settings/tongue';
import { classNames } from '../ui/class-names';
import type { Completing } from './use-completing';

/** Above the field, which keeps the focus. */
export function SuggestionList({ label, completing }: { label: string; completing: Completing }) {
  const { together } = useWords();
  const { shown, current, choose, listId, optionId } = completing;
  return (
    <>
      <p role="status" className="sr-only">
        {shown.length > 0 && together.suggestions(shown.length)}
      </p>
      {shown.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          data-testid="suggestions"
          className="absolute inset-x-0 bottom-full z-30 mb-1 max-h-64 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-float"
        >
          {shown.map((one, index) => (
            <div
              key={one.key}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              // Before the field loses the focus to it.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(one);
              }}
              className={classNames(
                'flex cursor-pointer items-baseline gap-2 rounded-control px-2 py-1.5 text-sm',
                index === current && 'bg-active',
              )}
            >
              <bdi className="shrink-0 font-medium">{one.label}</bdi>
              {one.aside && (
                <span dir="auto" className="min-w-0 flex-1 truncate text-xs text-quiet">
                  {one.aside}
                </span>
              )}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
