import type { Logger } from 'pino';
import type { Clients } from '../clients/index.js';
import type { Clock } from '../clock/index.js';
import type { Faults } from '../faults/index.js';
import type { KeyRing } from '../keys/index.js';
import type { People } from '../people/index.js';
import type { Publish } from '../places/index.js';
import type { Profile } from '../profiles/index.js';
import type { Browsers } from './browsers.js';
import type { Consents } from './consents.js';
import type { Devices } from './devices.js';
import type { Endings } from './endings.js';
import type { Logins } from './logins.js';
import type { RefreshTokens } from './refresh-tokens.js';
import type { Sessions } from './sessions.js';

/** Everything one issuer is made of. Nothing of it is shared by way of a module. */
export type World = {
  /** How the control API names it: `google`. */
  readonly key: string;
  /** How its pages name it. */
  readonly label: string;
  /** The issuer identifier: the public address with the mount. */
  readonly issuer: string;
  /** Where it hangs: `/google`, or `/t/worker-3/google` in a namespace; empty where it has a host of its own. */
  readonly mount: string;
  /** Its discovery document, with the addresses by which clients are to reach it. */
  readonly publish: Publish;
  readonly profile: Profile;
  /** Shared by the issuers of one namespace, as are clients, faults and clock. */
  readonly people: People;
  readonly clients: Clients;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly consents: Consents;
  readonly browsers: Browsers;
  readonly logins: Logins;
  readonly refreshTokens: RefreshTokens;
  readonly devices: Devices;
  readonly sessions: Sessions;
  readonly endings: Endings;
  readonly log: Logger;
};
