import { BellOff, Plane, RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { Flower } from '../../larkspur/flower';
import { LookingAt } from '../../shop/looking-at';
import { showMoney } from '../../shop/money';
import { plans } from '../../shop/plans';

const promises = [
  {
    icon: RefreshCw,
    title: 'What you don’t use stays yours',
    text: 'Half of each month’s unused data rolls over, for as long as you are with us.',
  },
  {
    icon: Plane,
    title: 'Abroad costs what home costs',
    text: 'Roaming in 31 countries is part of Larkspur 100. On smaller plans it costs £2 a day, and we tell you first.',
  },
  {
    icon: BellOff,
    title: 'No calls from us',
    text: 'We ring when you ask us to. Every offer we have is on this site.',
  },
] as const;

function Hero() {
  return (
    <section className="overflow-hidden bg-lilac">
      <div className="page grid items-center gap-6 md:grid-cols-[1.35fr_1fr]">
        <div className="py-14 md:py-24">
          <h1 className="text-[clamp(2.75rem,7vw,4.75rem)]">A phone plan that gets out of the way.</h1>
          <p className="mt-6 max-w-lg text-[20px] text-soft">
            Four plans, one bill you can read on a phone, and a person within two minutes when something is
            odd.
          </p>
          <div className="mt-9 flex flex-wrap gap-3">
            <Link href="/plans" className="button button-main">
              See the four plans
            </Link>
            <Link href="/account" className="button button-quiet">
              I’m already a customer
            </Link>
          </div>
        </div>
        <Flower className="mx-auto hidden h-[26rem] self-end md:block" />
      </div>
    </section>
  );
}

function PlanStrip() {
  return (
    <section className="page mt-20">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 className="text-[34px]">Pick how much you use</h2>
        <Link href="/plans" className="link">
          Compare all four
        </Link>
      </div>
      <ul className="mt-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {plans.map(({ slug, name, data, price, line }) => (
          <li key={slug}>
            <Link href={`/plans/${slug}`} className="card block h-full transition-colors hover:border-violet">
              <span className="text-[15px] font-semibold text-soft">{name}</span>
              <span className="mt-3 block text-[30px] leading-none font-bold tracking-tight">{data}</span>
              <span className="mt-3 block text-soft">{line}</span>
              <span className="mt-5 block font-semibold">{showMoney(price)} a month</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function Home() {
  return (
    <>
      <LookingAt what="Home page" />
      <Hero />
      <section className="page mt-20 grid gap-10 md:grid-cols-3">
        {promises.map(({ icon: Icon, title, text }) => (
          <div key={title}>
            <span className="mb-4 grid size-12 place-items-center rounded-full bg-sun text-on-sun">
              <Icon className="size-6" aria-hidden="true" />
            </span>
            <h2 className="text-[22px]">{title}</h2>
            <p className="mt-2 text-soft">{text}</p>
          </div>
        ))}
      </section>
      <PlanStrip />
    </>
  );
}
