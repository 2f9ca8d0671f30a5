import type { Money, PackageDetails } from '@countersign/claims';
import { pounds, showMoney } from './money';

export type Plan = {
  readonly slug: string;
  readonly name: string;
  readonly price: Money;
  readonly data: string;
  readonly allowance: string;
  readonly line: string;
  readonly good: readonly string[];
  readonly smallPrint: string;
};

export const plans: readonly [Plan, Plan, Plan, Plan] = [
  {
    slug: 'larkspur-10',
    name: 'Larkspur 10',
    price: pounds(14_00),
    data: '10 GB',
    allowance: '10 GB, 1,000 minutes',
    line: 'For a phone that mostly rings.',
    good: [
      '10 GB of data, the unused half rolls over',
      '1,000 minutes, unlimited texts',
      'Leave with 30 days’ notice',
    ],
    smallPrint: 'Roaming in the EU costs £2 a day. Speeds up to 100 Mbit/s.',
  },
  {
    slug: 'larkspur-40',
    name: 'Larkspur 40',
    price: pounds(28_00),
    data: '40 GB',
    allowance: '40 GB, unlimited minutes',
    line: 'Maps, music and a film on the train.',
    good: [
      '40 GB of data, the unused half rolls over',
      'Unlimited minutes and texts',
      'Ten roaming days a year in 31 countries',
    ],
    smallPrint: 'After ten days roaming costs £2 a day. Speeds up to 300 Mbit/s.',
  },
  {
    slug: 'larkspur-100',
    name: 'Larkspur 100',
    price: pounds(38_00),
    data: '100 GB',
    allowance: '100 GB, unlimited minutes',
    line: 'Work from anywhere with a signal.',
    good: [
      '100 GB of data, all of it usable as a hotspot',
      'Unlimited minutes and texts',
      'Roaming in 31 countries, included',
      'A second SIM for a tablet or a watch',
    ],
    smallPrint: 'Up to 30 GB of the allowance may be used while roaming. Speeds up to 1 Gbit/s.',
  },
  {
    slug: 'larkspur-unlimited',
    name: 'Larkspur Unlimited',
    price: pounds(48_00),
    data: 'Unlimited',
    allowance: 'Unlimited data and minutes',
    line: 'For people who never want to look.',
    good: [
      'Unlimited data at full speed',
      'Unlimited minutes, also to 42 countries',
      'Roaming in 71 countries, included',
      'Two extra SIMs',
    ],
    smallPrint: 'Up to 60 GB of data may be used while roaming. Speeds up to 1 Gbit/s.',
  },
];

export const planOf = (slug: string | undefined): Plan | undefined =>
  plans.find((plan) => plan.slug === slug);

export const planNamed = (name: string): Plan | undefined => plans.find((plan) => plan.name === name);

/** As the page says it: `Larkspur 100 · £38 a month`. */
export const planInWords = (plan: Plan): string => `${plan.name} · ${showMoney(plan.price)} a month`;

export const packageOf = (plan: Plan, contractEndsOn: string): PackageDetails => ({
  name: plan.name,
  price: plan.price,
  allowance: plan.allowance,
  contractEndsOn,
});
