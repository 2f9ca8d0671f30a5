'use client';

import { type Receipt, readCard } from '@countersign/claims';
import type { Card } from '@countersign/contracts';
import { useId } from 'react';
import { useDesk, useMe } from '../desk/desk-context';
import { useRow } from '../desk/use-thread';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { ToldText } from '../ui/told-text';
import { CardFace } from './card-face';

function Kept({ receipt }: { receipt: Receipt }) {
  const { cards, formats } = useWords();
  const lines = [
    ...receipt.lines,
    ...(receipt.total ? [{ label: cards.total, value: formats.money(receipt.total) }] : []),
    { label: cards.receipt, value: receipt.number },
  ];
  return (
    <dl className="text-xs">
      {lines.map(({ label, value }) => (
        <div key={label} className="flex justify-between gap-3">
          <dt className="text-quiet">
            <ToldText text={label} />
          </dt>
          <dd className="text-end tabular-nums">
            <ToldText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How it stands, in words. */
function useStanding({ state, awaitsProof, outcome }: Card): string {
  const { cards } = useWords();
  if (awaitsProof) return cards.awaitsProof;
  if (state !== 'refused') return cards.states[state];
  if (outcome?.by === 'not_reached') return cards.unreached;
  return outcome?.by === 'not_understood' ? cards.unclear : cards.states.refused;
}

/** A card in the conversation: what was proposed, and how it stands. */
export function CardInLine({ card }: { card: Card }) {
  const { cards } = useWords();
  const desk = useDesk();
  const me = useMe();
  const row = useRow(card.conversation);
  const standing = useStanding(card);
  const note = useId();
  const body = readCard(card.body);
  if (!body)
    return (
      <p
        data-testid="card"
        data-kind="unknown"
        className="rounded-card border border-line px-3 py-2 text-sm text-quiet"
      >
        {cards.unknown}
      </p>
    );
  const mayWithdraw = row?.agent?.id === me.agent.id && (card.state === 'proposed' || card.awaitsProof);
  const outcome = card.outcome;
  return (
    <div data-testid="card" data-kind={body.type} data-state={card.state}>
      <CardFace body={body} choice={card.choice} label={body.type === 'offer' ? cards.upgrade : cards.bill}>
        <div id={note} className="flex items-center justify-between gap-2 border-t border-line pt-2">
          <p
            role="status"
            data-testid="card-state"
            className={classNames('min-w-0', card.state === 'refused' && 'text-revoked-ink')}
          >
            {standing}
            {outcome?.note && (
              <span className="block text-xs text-quiet">
                <ToldText text={outcome.note} />
              </span>
            )}
          </p>
          {mayWithdraw && (
            <Button
              kind="quiet"
              data-testid="card-withdraw"
              aria-describedby={note}
              onClick={() => void desk.withdrawCard(card.conversation, card.id)}
            >
              {cards.withdraw}
            </Button>
          )}
        </div>
        {outcome?.receipt && <Kept receipt={outcome.receipt} />}
      </CardFace>
    </div>
  );
}
