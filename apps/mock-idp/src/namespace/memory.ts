import type { Clock } from '../clock/index.js';
import type { Place } from '../places/index.js';
import {
  Browsers,
  Consents,
  Devices,
  Endings,
  Logins,
  RefreshTokens,
  Sessions,
  type World,
} from '../world/index.js';

type Memory = Pick<
  World,
  'browsers' | 'consents' | 'logins' | 'refreshTokens' | 'devices' | 'sessions' | 'endings'
>;

/** What one issuer remembers of people and clients, and forgets when they are gone. */
export function memoryOf(key: string, { mount, issuer }: Place, clock: Clock): Memory {
  const memory = {
    browsers: new Browsers(`idp_${key}_browser`, mount || '/', issuer.startsWith('https:')),
    consents: new Consents(),
    logins: new Logins(),
    refreshTokens: new RefreshTokens(clock),
    devices: new Devices(clock),
    sessions: new Sessions(),
    endings: new Endings(),
  };
  const { browsers, consents, refreshTokens, devices, sessions, endings } = memory;
  endings.listen((ended) => {
    refreshTokens.endAllOf(ended);
    devices.removeAllOf(ended);
    sessions.end(({ subject, clientId }) =>
      'subject' in ended ? subject === ended.subject : clientId === ended.clientId,
    );
    if (!('subject' in ended)) return;
    consents.forget(ended);
    browsers.forget(ended.subject);
  });
  return memory;
}
