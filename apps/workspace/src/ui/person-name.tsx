import type { ConversationSummary } from '@countersign/contracts';
import { ToldLine } from './told-line';

/** What somebody is called. A name the issuer does not vouch for says so beside it: the mark below is the account's, not the name's. */
export function PersonName({
  name,
  nameSealed,
  issuerLabel,
}: Pick<ConversationSummary, 'name' | 'nameSealed' | 'issuerLabel'>) {
  if (name === null) return <>Anonymous visitor</>;
  return (
    <>
      <ToldLine text={name} limit={60} />
      {!nameSealed && (
        <span data-testid="unsealed-name" className="text-xs font-normal text-quiet">
          {` · ${issuerLabel ?? 'their'} profile name`}
        </span>
      )}
    </>
  );
}
