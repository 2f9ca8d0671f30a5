import { PageFacts } from '../../chat/page-facts';
import { Rates } from '../../juniper/rates';
import { currentCustomer } from '../../session/session';

export default async function Juniper() {
  const customer = await currentCustomer();
  return (
    <>
      <PageFacts viewing="Home page of Juniper Bank" />
      <section className="pt-20">
        <h1 className="max-w-2xl text-[clamp(2.5rem,6vw,3.75rem)]">
          A bank that answers the door <span className="italic">itself.</span>
        </h1>
        <p className="mt-6 max-w-xl text-[21px] text-soft">
          Two kinds of account, one rate card, and a person in the chat who already knows it is you, because
          you signed in.
        </p>
      </section>
      {customer ? (
        <section aria-labelledby="yours" className="mt-12 border-l-2 border-brass bg-panel px-6 py-5">
          <h2 id="yours" className="text-[24px]">
            Welcome back{customer.name ? ', ' : ''}
            <bdi>{customer.name}</bdi>
          </h2>
          <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
            <dt className="text-soft">Account number</dt>
            <dd>{customer.accountNumber}</dd>
            <dt className="text-soft">Customer since</dt>
            <dd>{customer.customerSince.slice(0, 4)}</dd>
          </dl>
        </section>
      ) : null}
      <Rates />
    </>
  );
}
