import { sealPath } from '@countersign/look';

function Seal() {
  return (
    <svg
      viewBox="0 0 24 24"
      className="size-4 shrink-0 fill-verified-ink"
      fillRule="evenodd"
      aria-hidden="true"
    >
      <path d={sealPath} />
    </svg>
  );
}

const queue = [
  { name: 'Ada Osei', text: 'Would the 100 GB plan keep my number?', wait: '1 min', verified: true },
  { name: 'Anonymous visitor', text: 'Do you ship SIM cards to Wales', wait: '3 min', verified: false },
  { name: 'Jonas Lindqvist', text: 'The bill for August looks odd', wait: '6 min', verified: true },
  { name: 'Priya Raman', text: 'Thank you, that was quick.', wait: '9 min', verified: true },
];

const verified = [
  ['Account number', 'LK-4482-1093'],
  ['Package', 'Larkspur 40 · £28'],
  ['October bill', '£28.00 open'],
  ['E-mail', 'ada.osei@gmail.com'],
] as const;

const messages = [
  { agent: false, text: 'Hi, I’m looking at Larkspur 100. Would I keep my number?' },
  { agent: true, text: 'You would, Ada. It starts with your next bill, at £10 more than you pay now.' },
  { agent: false, text: 'And the October bill, can I pay that here first?' },
] as const;

function Queue() {
  return (
    <div className="w-52 border-r border-line p-3">
      <p className="px-2 pb-2 text-sm font-semibold">Queue</p>
      {queue.map(({ name, text, wait, verified: known }, index) => (
        <div key={name} className={`rounded-control px-2 py-2 ${index === 0 ? 'bg-accent-bg' : ''}`}>
          <p className="flex items-center gap-1.5 text-sm font-medium">
            {known ? <Seal /> : null}
            <span className="truncate">{name}</span>
            <span className="ml-auto shrink-0 text-xs text-quiet">{wait}</span>
          </p>
          <p className="truncate text-xs text-quiet">{text}</p>
        </div>
      ))}
    </div>
  );
}

function Conversation() {
  return (
    <div className="flex grow flex-col gap-3 bg-ground p-4">
      <p className="self-center border-b border-line pb-1 text-xs text-quiet">
        Signed in with Google · 14:02
      </p>
      {messages.map(({ agent, text }) => (
        <p
          key={text}
          className={`max-w-64 rounded-card px-3 py-2 text-base ${agent ? 'self-end bg-accent text-on-accent' : 'bg-surface ring-1 ring-line'}`}
        >
          {text}
        </p>
      ))}
      <div className="mt-auto rounded-card border border-control bg-surface px-3 py-3 text-base text-quiet">
        Reply to Ada
      </div>
    </div>
  );
}

function Identity() {
  return (
    <div className="w-64 border-l border-line p-4">
      <p className="text-lg font-semibold">Ada Osei</p>
      <p className="text-sm text-verified-ink">Verified by Google · 54 min left</p>
      <p className="mt-4 mb-1 text-sm font-semibold">Verified</p>
      {verified.map(([label, value]) => (
        <p key={label} className="flex items-start gap-2 border-t border-line py-2 text-sm">
          <Seal />
          <span>
            <span className="block text-xs text-quiet">{label}</span>
            {value}
          </span>
        </p>
      ))}
      <p className="mt-4 mb-1 text-sm font-semibold">From the page</p>
      <p className="border-l-2 border-dashed border-page-border bg-page-bg px-3 py-2 text-sm text-page-ink">
        Viewing Larkspur 100 · £38
      </p>
    </div>
  );
}

/** The agent's workspace, drawn: the real one opens only for agents who are signed in. */
export function WorkspaceDrawing() {
  return (
    <div className="flex h-full bg-surface" aria-hidden="true">
      <Queue />
      <Conversation />
      <Identity />
    </div>
  );
}
