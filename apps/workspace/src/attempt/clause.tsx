import { clauseAddress } from '../words/clause';

/** The clause a check comes from, as a link to where it is published. */
export function Clause({ text }: { text: string }) {
  const address = clauseAddress(text);
  if (!address) return <>{text}</>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer noopener"
      className="text-quiet underline decoration-line hover:text-ink"
    >
      {text}
    </a>
  );
}
