import { appProofHandler } from '@countersign/brand-kit';
import { routes } from '@countersign/brand-kit/next';
import { appProofFor } from '../../../../mobile/app-proof';
import { customerOfApp } from '../../../../mobile/app-session';

/** The shop's app asks here, with its own session, for a code or an envelope. */
export const { GET, POST } = routes(
  appProofHandler({
    customerOf: customerOfApp,
    proofFor: appProofFor,
    onFailure: (error) => console.error('no proof for the app:', error instanceof Error ? error.message : ''),
  }),
);
