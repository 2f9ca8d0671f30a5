import { ShoppingBag } from 'lucide-react';
import Link from 'next/link';
import type { Customer } from '../customers/customer';
import { currentCart } from '../shop/cart';
import { Mark } from './flower';
import { NavLink } from './nav-link';

const firstName = (name: string | undefined): string => name?.split(/\s+/)[0] ?? 'your account';

function SignedIn({ customer }: { customer: Customer }) {
  return (
    <form action="/logout" method="post" className="flex items-center gap-3">
      <span className="hidden max-w-40 truncate text-[15px] text-soft md:inline">
        Hello, <bdi>{firstName(customer.name)}</bdi>
      </span>
      <button type="submit" className="button button-quiet min-h-10 px-4 text-[15px]">
        Sign out
      </button>
    </form>
  );
}

export async function Header({ customer }: { customer: Customer | undefined }) {
  const cart = await currentCart();
  return (
    <header className="border-b border-edge">
      <div className="page flex flex-wrap items-center gap-x-2 gap-y-1 py-3">
        <Link
          href="/"
          className="mr-auto flex items-center gap-2 rounded-lg text-[21px] font-bold tracking-tight sm:mr-4"
        >
          <Mark />
          Larkspur
        </Link>
        <nav
          aria-label="Main"
          className="order-last -mx-3 flex basis-full text-[15px] sm:order-none sm:mx-0 sm:mr-auto sm:basis-auto"
        >
          <NavLink href="/plans">Plans</NavLink>
          <NavLink href="/account">Account</NavLink>
          <NavLink href="/billing">Billing</NavLink>
        </nav>
        <Link
          href="/cart"
          className="relative mr-1 grid size-10 place-items-center rounded-full hover:bg-lilac"
          aria-label={cart ? `Cart, ${cart.name}` : 'Cart, empty'}
        >
          <ShoppingBag className="size-5" aria-hidden="true" />
          {cart ? (
            <span
              aria-hidden="true"
              className="absolute top-0.5 right-0 grid size-4.5 place-items-center rounded-full bg-violet text-[11px] font-bold text-white"
            >
              1
            </span>
          ) : null}
        </Link>
        {customer ? (
          <SignedIn customer={customer} />
        ) : (
          <Link href="/login" className="button button-main min-h-10 px-5 text-[15px]">
            Sign in
          </Link>
        )}
      </div>
    </header>
  );
}
