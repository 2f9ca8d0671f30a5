'use client';

import { HandCoins } from 'lucide-react';
import { useId, useState } from 'react';
import type { Trouble } from '../api/answer';
import { useDesk } from '../desk/desk-context';
import { useThread } from '../desk/use-thread';
import { useWords } from '../settings/tongue';
import { Button } from '../ui/button';
import { PlainDialog } from '../ui/dialog';
import { ToldText } from '../ui/told-text';
import { CardFace } from './card-face';
import { type Proposal, proposalsOf } from './proposals';

function Choice({
  proposal,
  name,
  checked,
  onChoose,
}: {
  proposal: Proposal;
  name: string;
  checked: boolean;
  onChoose: () => void;
}) {
  const { cards, formats } = useWords();
  const { body } = proposal;
  const [one, ...others] = body.type === 'bill' ? body.bills : [];
  return (
    <label className="flex cursor-pointer items-center gap-2 rounded-control border border-line px-2.5 py-1.5 text-sm has-checked:border-ink has-checked:bg-hover">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        data-testid="proposal"
        className="accent-(--cs-accent)"
      />
      <span className="min-w-0 flex-1">
        {body.type === 'offer' ? (
          <ToldText text={body.to.name} />
        ) : others.length > 0 ? (
          cards.allBills(body.bills.length)
        ) : (
          <ToldText text={one?.period ?? ''} />
        )}
      </span>
      <span className="tabular-nums">
        {formats.money(body.type === 'offer' ? body.to.price : body.total)}
      </span>
    </label>
  );
}

function Kind({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-xs font-medium text-quiet">{title}</legend>
      {children}
    </fieldset>
  );
}

function Choices({
  proposals,
  chosen,
  onChoose,
}: {
  proposals: readonly Proposal[];
  chosen: Proposal | undefined;
  onChoose: (key: string) => void;
}) {
  const { cards } = useWords();
  const name = useId();
  const titles = { offer: cards.upgrade, bill: cards.bill } as const;
  return (['offer', 'bill'] as const).map((kind) => {
    const own = proposals.filter(({ wish }) => wish.type === kind);
    if (own.length === 0) return null;
    return (
      <Kind key={kind} title={titles[kind]}>
        {own.map((one) => (
          <Choice
            key={one.key}
            proposal={one}
            name={name}
            checked={one.key === chosen?.key}
            onChoose={() => onChoose(one.key)}
          />
        ))}
      </Kind>
    );
  });
}

function Preview({ body }: { body: Proposal['body'] }) {
  const { cards } = useWords();
  return (
    <div className="flex flex-col gap-1.5" data-testid="preview">
      <h3 className="text-xs font-medium text-quiet">{cards.preview}</h3>
      <CardFace body={body} choice={null} label={cards.preview} level="h3">
        {body.assurance === 'step-up' && <p className="text-xs text-quiet">{cards.stepUp}</p>}
      </CardFace>
      <p className="text-xs text-quiet">{cards.filled}</p>
    </div>
  );
}

/** Lists what the verified facts allow, shows what the customer will see, and sends it. */
function ProposeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const desk = useDesk();
  const { panel } = useThread(id);
  const { cards, trouble } = useWords();
  const [key, setKey] = useState<string | null>(null);
  const [clientId] = useState(() => crypto.randomUUID());
  const [sending, setSending] = useState(false);
  const [why, setWhy] = useState<Trouble | null>(null);
  const proposals = panel ? proposalsOf(panel) : [];
  const chosen = proposals.find((one) => one.key === key) ?? proposals[0];
  const unproven = panel !== null && panel.who.assurance !== 'verified' && panel.who.assurance !== 'due';

  const send = async () => {
    if (!chosen) return;
    setSending(true);
    setWhy(null);
    const refused = await desk.propose(id, clientId, chosen.wish);
    setSending(false);
    if (refused) setWhy(refused);
    else onClose();
  };
  const action = (
    <Button
      kind="primary"
      data-testid="send-proposal"
      disabled={!chosen || sending}
      onClick={() => void send()}
    >
      {sending ? cards.sending : cards.send}
    </Button>
  );
  return (
    <PlainDialog
      title={cards.proposeTitle}
      open
      onOpenChange={(open) => !open && onClose()}
      {...(chosen ? { action } : {})}
    >
      <div className="mt-3 flex max-h-[65vh] flex-col gap-4 overflow-y-auto">
        {chosen ? (
          <>
            <Choices proposals={proposals} chosen={chosen} onChoose={setKey} />
            <Preview body={chosen.body} />
          </>
        ) : (
          <p className="text-quiet">{unproven ? cards.unproven : cards.nothing}</p>
        )}
        <p role="status" className="text-sm text-revoked-ink empty:hidden">
          {why && trouble(why)}
        </p>
      </div>
    </PlainDialog>
  );
}

/** Beside where an agent writes: only where the brand carries something out. */
export function Propose({ id, disabled }: { id: string; disabled: boolean }) {
  const { panel } = useThread(id);
  const { cards } = useWords();
  const [open, setOpen] = useState(false);
  if (!panel?.cards) return null;
  return (
    <>
      <Button
        kind="quiet"
        data-testid="propose"
        aria-haspopup="dialog"
        disabled={disabled}
        className="h-9"
        onClick={() => setOpen(true)}
      >
        <HandCoins aria-hidden size={16} />
        <span className="max-pane:sr-only">{cards.propose}</span>
      </Button>
      {open && <ProposeDialog id={id} onClose={() => setOpen(false)} />}
    </>
  );
}
