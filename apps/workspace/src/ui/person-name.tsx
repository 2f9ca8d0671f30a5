import type { ConversationSummary } from '@countersign/contracts';
import { useWords } from '../settings/tongue';
import { ToldLine } from './told-line';

/**
 * What somebody is called, without any colour of its own. A name the issuer does not vouch for says so beside it, in a
 * place that no length of it reaches: the mark below is the account's, not the name's.
 */
export function PersonName({
  name,
  nameSealed,
  issuerLabel,
}: Pick<ConversationSummary, 'name' | 'nameSealed'> & { issuerLabel?: string | null }) {
  const { identity } = useWords();
  if (name === null) return <span className="truncate">{identity.anonymousVisitor}</span>;
  return (
    <span className="flex min-w-0 items-baseline">
      <span dir="auto" className="truncate grayscale">
        <ToldLine text={name} limit={60} />
      </span>
      {!nameSealed && (
        <span data-testid="unsealed-name" className="shrink-0 text-xs font-normal text-quiet">
          <span className="whitespace-pre"> · </span>
          <span className={issuerLabel ? 'max-pane:hidden' : undefined}>
            {identity.profileName(issuerLabel ?? null)}
          </span>
          {issuerLabel && <span className="pane:hidden">{identity.profileName(null)}</span>}
        </span>
      )}
    </span>
  );
}
