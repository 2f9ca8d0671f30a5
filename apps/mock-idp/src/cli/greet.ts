import type { Logger } from 'pino';
import type { Control } from '../door/index.js';
import type { RunningMockIdp } from '../start.js';

const asGoogleWarning =
  'It answers as accounts.google.com and three more hosts of Google. Point only a process under test at it, ' +
  'and never let a browser or a machine of yours trust its authority for good.';

type Said = { readonly asGoogle: boolean; readonly control: Control };

/** Says where it is, and what a client needs to believe it. */
export function greet(idp: RunningMockIdp, { asGoogle, control }: Said, log: Logger): void {
  if (idp.tls) {
    const { caFile, spki } = idp.tls;
    log.info({ ca: caFile }, `Node trusts it with NODE_EXTRA_CA_CERTS=${caFile}`);
    log.info(
      { spki },
      `Chromium, in a profile of its own, with --ignore-certificate-errors-spki-list=${spki}`,
    );
  }
  if (control === 'anywhere')
    log.warn('The control API answers whoever reaches this port, and makes anybody of them.');
  if (asGoogle) {
    log.warn(asGoogleWarning);
    log.info(
      { port: idp.port },
      `Node goes to it with AS_GOOGLE_PORT=${idp.port} node --import @countersign/mock-idp/as-google`,
    );
  }
  log.info({ url: idp.url, issuers: Object.values(idp.issuers) }, `mock-idp is ready at ${idp.url}`);
}
