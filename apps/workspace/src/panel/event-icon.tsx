import type { IdentityEvent } from '@countersign/contracts';
import {
  ArrowLeftRight,
  BadgeQuestionMark,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  CloudDownload,
  LogOut,
  type LucideIcon,
  Merge,
  RotateCw,
  ShieldX,
  TimerOff,
  UserCheck,
  UserX,
} from 'lucide-react';
import { classNames } from '../ui/class-names';

type Look = { readonly icon: LucideIcon; readonly tone: string };

const good = 'border-verified-border bg-verified-bg text-verified-ink';
const warning = 'border-due-border bg-due-bg text-due-ink';
const bad = 'border-revoked-border bg-revoked-bg text-revoked-ink';
const plain = 'border-line bg-surface text-quiet';

const looks: Record<IdentityEvent['kind'], Look> = {
  anonymous: { icon: CircleDashed, tone: plain },
  rejected: { icon: ShieldX, tone: bad },
  verified: { icon: CircleCheck, tone: good },
  renewed: { icon: RotateCw, tone: good },
  switched: { icon: ArrowLeftRight, tone: warning },
  facts_pushed: { icon: CloudDownload, tone: plain },
  stale: { icon: TimerOff, tone: warning },
  ended: { icon: CircleSlash, tone: plain },
  revoked: { icon: CircleX, tone: bad },
  signed_out: { icon: LogOut, tone: plain },
  requested: { icon: BadgeQuestionMark, tone: warning },
  stepped_up: { icon: UserCheck, tone: good },
  request_declined: { icon: UserX, tone: warning },
  merged: { icon: Merge, tone: plain },
};

/** A shape for what happened to somebody's identity. The word stands beside it; the seal is not among them. */
export function EventIcon({ kind }: { kind: IdentityEvent['kind'] }) {
  const { icon: Icon, tone } = looks[kind];
  return (
    <span
      aria-hidden
      className={classNames(
        'relative z-10 flex size-5 shrink-0 items-center justify-center rounded-full border',
        tone,
      )}
    >
      <Icon size={11} strokeWidth={2.5} />
    </span>
  );
}
