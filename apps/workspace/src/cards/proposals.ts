import { billing, type CardBody, type CardWish, type Fact, fillCard, offers } from '@countersign/claims';
import type { IdentityPanel } from '@countersign/contracts';

/** Something that may be proposed, as the service will fill it. */
export type Proposal = { readonly key: string; readonly wish: CardWish; readonly body: CardBody };

const sealedValue = (facts: readonly Fact[], name: string): unknown =>
  facts.find((fact) => fact.name === name && fact.sealed)?.value;

/** All that the verified facts allow, and nothing else. What was verified no longer counts once it is not confirmed. */
export function proposalsOf({ sealed, cards, who }: IdentityPanel): readonly Proposal[] {
  if (!cards || (who.assurance !== 'verified' && who.assurance !== 'due')) return [];
  const open = (billing.safeParse(sealedValue(sealed, 'billing')).data?.bills ?? []).filter(
    ({ status }) => status === 'open',
  );
  const wishes: CardWish[] = [
    ...(offers.safeParse(sealedValue(sealed, 'offers')).data ?? []).map(
      ({ id }) => ({ type: 'offer', offer: id }) as const,
    ),
    ...open.map(({ id }): CardWish => ({ type: 'bill', bills: [id] })),
    ...(open.length > 1 ? [{ type: 'bill', bills: open.slice(0, 12).map(({ id }) => id) } as const] : []),
  ];
  return wishes.flatMap((wish) => {
    const body = fillCard(wish, sealed, cards.stepUp.includes(wish.type) ? 'step-up' : 'verified');
    return body ? [{ key: JSON.stringify(wish), wish, body }] : [];
  });
}
