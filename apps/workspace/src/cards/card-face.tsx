import type { CardBody } from '@countersign/claims';
import type { ReactNode } from 'react';
import { useWords } from '../settings/tongue';
import { ToldText } from '../ui/told-text';
import { BillBody } from './bill-body';
import { OfferBody } from './offer-body';

/** What a card says: the same in the conversation and before it is sent. */
export function CardFace({
  body,
  choice,
  label,
  level: Heading = 'h2',
  children,
}: {
  body: CardBody;
  choice: string | null;
  label: string;
  /** Below what else is headed where it stands. */
  level?: 'h2' | 'h3';
  children?: ReactNode;
}) {
  const { cards, formats } = useWords();
  return (
    <article
      aria-label={label}
      className="flex w-80 max-w-full flex-col gap-2 rounded-card border border-line bg-surface p-3 text-sm"
    >
      <Heading className="font-semibold">
        {body.type === 'offer' ? (
          <ToldText text={body.to.name} />
        ) : (
          <span className="tabular-nums">{cards.toPay(formats.money(body.total))}</span>
        )}
      </Heading>
      {body.type === 'offer' ? <OfferBody card={body} /> : <BillBody card={body} choice={choice} />}
      {children}
    </article>
  );
}
