'use client';

import type { SignUpMe } from '@countersign/contracts';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { signUpClient } from '../api/sign-up.client';
import { useWords } from '../settings/tongue';

/** The brands somebody answers for already. */
export function Choose({
  brands,
  client,
}: {
  brands: SignUpMe['brands'];
  client: ReturnType<typeof signUpClient>;
}) {
  const { shell, trouble } = useWords();
  const [wrong, setWrong] = useState<string | null>(null);
  const enter = async (brand: string) => {
    const answer = await client.enter(brand);
    if (answer.ok) location.assign('/setup');
    else setWrong(trouble(answer.trouble));
  };
  return (
    <div className="mb-5">
      <ul className="m-0 list-none overflow-hidden rounded-card border border-line bg-surface p-0">
        {brands.map(({ slug, name, role }) => (
          <li key={slug} className="border-b border-line last:border-b-0">
            <button
              type="button"
              data-testid={`enter-${slug}`}
              onClick={() => void enter(slug)}
              className="flex w-full cursor-pointer items-center gap-3 px-4 py-3 text-start outline-offset-[-2px] hover:bg-hover"
            >
              <span className="min-w-0 flex-1">
                <bdi className="block truncate text-base font-medium">{name}</bdi>
                <span className="text-xs text-quiet">
                  <bdi>{slug}</bdi> · {shell.roleIs(role)}
                </span>
              </span>
              <ChevronRight aria-hidden size={16} className="text-quiet rtl:-scale-x-100" />
            </button>
          </li>
        ))}
      </ul>
      {wrong && (
        <p role="alert" className="mt-1 text-xs text-revoked-ink">
          {wrong}
        </p>
      )}
    </div>
  );
}
