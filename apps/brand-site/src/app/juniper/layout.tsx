import type { Metadata } from 'next';
import Link from 'next/link';
import { ChatTag } from '../../chat/chat-tag';
import type { Customer } from '../../customers/customer';
import { currentCustomer } from '../../session/session';
import '../../juniper/juniper.css';

export const metadata: Metadata = {
  title: { default: 'Juniper Bank', template: '%s · Juniper Bank' },
  description: 'A current account, a savings account, and nothing you have to understand twice.',
};

function Visitor({ customer }: { customer: Customer | undefined }) {
  if (!customer)
    return (
      <a href="/login/google?to=/" className="action">
        Sign in with Google
      </a>
    );
  return (
    <form action="/logout" method="post" className="flex items-baseline gap-4">
      <bdi className="hidden max-w-52 truncate text-soft sm:inline">
        {customer.name ?? customer.accountNumber}
      </bdi>
      <button type="submit" className="text-green-ink underline underline-offset-4">
        Sign out
      </button>
    </form>
  );
}

export default async function JuniperLayout({ children }: { children: React.ReactNode }) {
  const customer = await currentCustomer();
  return (
    <html lang="en-GB">
      <body>
        <header className="border-b border-edge">
          <div className="mx-auto flex max-w-4xl items-center justify-between gap-4 px-6 py-5">
            <Link href="/" className="text-[23px] tracking-tight text-green-ink">
              Juniper <span className="italic">Bank</span>
            </Link>
            <Visitor customer={customer} />
          </div>
        </header>
        <main className="mx-auto max-w-4xl px-6">{children}</main>
        <footer className="mx-auto mt-24 max-w-4xl border-t border-edge px-6 pt-6 pb-28 text-[16px] text-soft">
          Juniper Bank, 3 Chandler’s Row, Edinburgh. An invented bank; no money of anybody’s is here.
        </footer>
        <ChatTag brand="juniper" customer={customer} />
      </body>
    </html>
  );
}
