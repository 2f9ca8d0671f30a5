import { Copyable } from '../ui/copy';

/** A secret of the brand's own, where it is shown: once. */
export function ShownOnce({
  text,
  title,
  label,
  testid,
}: {
  text: string;
  title: string;
  label: string;
  testid: string;
}) {
  return (
    <div
      className="rounded-card border border-verified-border bg-verified-bg p-3 text-sm text-verified-ink"
      role="status"
    >
      <p className="mb-1 font-semibold">{title}</p>
      <Copyable text={text} label={label} testid={testid} />
    </div>
  );
}
