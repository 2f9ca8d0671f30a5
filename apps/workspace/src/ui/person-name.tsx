import type { ConversationSummary } from '@countersign/contracts';
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
  if (name === null) return <span className="truncate">Anonymous visitor</span>;
  return (
    <span className="flex min-w-0 items-baseline">
      <span className="truncate grayscale">
        <ToldLine text={name} limit={60} />
      </span>
      {!nameSealed && (
        <span data-testid="unsealed-name" className="shrink-0 text-xs font-normal text-quiet">
          <span className="whitespace-pre"> · </span>
          {issuerLabel ? `${issuerLabel} profile name` : 'profile name'}
        </span>
      )}
    </span>
  );
}
