import Link from 'next/link';

const columns = [
  {
    title: 'Phone plans',
    links: [
      ['All plans', '/plans'],
      ['Larkspur 40', '/plans/larkspur-40'],
      ['Larkspur 100', '/plans/larkspur-100'],
    ],
  },
  {
    title: 'For customers',
    links: [
      ['Your account', '/account'],
      ['Bills and payments', '/billing'],
      ['Cart', '/cart'],
    ],
  },
] as const;

export function Footer({ demo, chat }: { demo: boolean; chat: string }) {
  return (
    <footer className="mt-24 border-t border-edge bg-sunken pt-12 pb-28 text-[15px]">
      <div className="page grid gap-10 sm:grid-cols-[2fr_1fr_1fr]">
        <p className="max-w-sm text-soft">
          Larkspur Mobile, 14 Nettle Yard, Bristol. A small carrier with good manners and a network that
          reaches 99 % of the people here.
          {demo ? ' This shop and its people are invented; no card is ever charged.' : null}
        </p>
        {columns.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <h2 className="mb-3 text-[15px] tracking-normal">{title}</h2>
            <ul className="space-y-2">
              {links.map(([label, href]) => (
                <li key={href}>
                  <Link href={href} className="text-soft hover:text-ink hover:underline">
                    {label}
                  </Link>
                </li>
              ))}
              {title === 'For customers' ? (
                <li>
                  <a
                    href={chat}
                    target="_blank"
                    rel="noopener"
                    className="text-soft hover:text-ink hover:underline"
                  >
                    Open the chat in a window of its own
                  </a>
                </li>
              ) : null}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  );
}
