import { CircleAlert, CircleCheck } from 'lucide-react';

/** One sentence about what just happened, or what went wrong. */
export function Notice({ kind, children }: { kind: 'done' | 'problem'; children: React.ReactNode }) {
  const Icon = kind === 'done' ? CircleCheck : CircleAlert;
  const colours = kind === 'done' ? 'bg-leaf-wash text-leaf' : 'bg-rust-wash text-rust';
  return (
    <p
      role={kind === 'done' ? 'status' : 'alert'}
      className={`flex items-start gap-3 rounded-2xl px-5 py-4 font-medium ${colours}`}
    >
      <Icon className="mt-0.5 size-5 shrink-0" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
