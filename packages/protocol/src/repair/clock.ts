import { seconds } from '../checks/check.js';
import { type Circumstances, claimOf, type Repair } from './circumstances.js';
import { spell } from './words.js';

const numeric = (circumstances: Circumstances, name: string): number | undefined => {
  const value = claimOf(circumstances, name);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

const setIt = (skew: number) => `Set it by NTP; ${spell(skew)} are forgiven.`;

/** A token that carries this attempt's nonce was made after the attempt began, whatever its times say. */
const isOfThisAttempt = (circumstances: Circumstances): boolean =>
  circumstances.attempt !== undefined && claimOf(circumstances, 'nonce') === circumstances.attempt.nonce;

function behind(circumstances: Circumstances, iat: number): string | undefined {
  const { attempt, policy } = circumstances;
  if (!attempt || !isOfThisAttempt(circumstances)) return undefined;
  const slow = seconds(attempt.startedAt) - iat;
  if (slow <= policy.skewSeconds) return undefined;
  return `The token carries this attempt’s nonce, so it was made just now: the clock of the server that made it is at least ${spell(slow)} behind. ${setIt(policy.skewSeconds)}`;
}

/** `iat` or `nbf` lies in the future. */
const repairAhead: Repair = (circumstances) => {
  const { policy, now } = circumstances;
  const [name, time] =
    (['iat', 'nbf'] as const)
      .map((one) => [one, numeric(circumstances, one)] as const)
      .find(([, at]) => at !== undefined && at > seconds(now) + policy.skewSeconds) ?? [];
  if (!name || time === undefined) return undefined;
  return `The clock of the server that made the token is ${spell(time - seconds(now))} ahead of this service’s, by \`${name}\`. ${setIt(policy.skewSeconds)}`;
};

const repairExpired: Repair = (circumstances) => {
  const [iat, exp] = [numeric(circumstances, 'iat'), numeric(circumstances, 'exp')];
  if (exp === undefined) return undefined;
  const slow = iat === undefined ? undefined : behind(circumstances, iat);
  if (slow) return slow;
  const ago = `It ended ${spell(seconds(circumstances.now) - exp)} ago`;
  const lived = iat === undefined ? '' : `, after ${spell(exp - iat)}`;
  return `${ago}${lived}. Make the token when the page’s method is called; if it was, the clock of the server that made it is behind.`;
};

const repairOld: Repair = (circumstances) => {
  const iat = numeric(circumstances, 'iat');
  if (iat === undefined || !circumstances.attempt) return undefined;
  const before = seconds(circumstances.attempt.startedAt) - iat;
  return (
    behind(circumstances, iat) ??
    `It was made ${spell(before)} before the attempt began: make one for each attempt. If it was made just now, the clock of the server that made it is behind.`
  );
};

const repairLong: Repair = (circumstances) => {
  const [iat, exp] = [numeric(circumstances, 'iat'), numeric(circumstances, 'exp')];
  if (iat === undefined || exp === undefined) return undefined;
  return `It lives ${spell(exp - iat)}; the connection allows ${spell(circumstances.policy.maxLifetimeSeconds)}. The session lasts by the connection, not by \`exp\`.`;
};

/** Whatever is above was meant as milliseconds: seconds reach it in the year 9999. */
const MILLISECONDS = 253_402_300_799;

/** A time that is no number of seconds. */
const repairTimes: Repair = (circumstances) => {
  for (const name of ['exp', 'iat', 'nbf', 'auth_time']) {
    const value = claimOf(circumstances, name);
    if (typeof value === 'string') return `\`${name}\` is text. It has to be a number: seconds since 1970.`;
    if (typeof value === 'number' && value > MILLISECONDS)
      return `\`${name}\` is in milliseconds. It has to be in seconds: divide by 1,000.`;
  }
  return undefined;
};

export const clockRepairs = {
  token_not_yet_valid: repairAhead,
  token_expired: repairExpired,
  token_too_old: repairOld,
  lifetime_too_long: repairLong,
  claims_malformed: repairTimes,
} as const;
