'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A link of the header that knows whether it is where we are. */
export function NavLink({ href, children }: { href: string; children: React.ReactNode }) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="rounded-full px-3 py-1.5 hover:bg-lilac aria-[current=page]:bg-lilac aria-[current=page]:font-semibold sm:px-4"
    >
      {children}
    </Link>
  );
}
