/** How long Google's keys may be kept: seen between 18,000 and 25,000 seconds. */
const lifetime = 21_600;
/** As if a cache between here and Google had held them for a while. */
const age = 600;

export const keyHeaders = (now: Date): Record<string, string> => ({
  'content-type': 'application/json; charset=UTF-8',
  'cache-control': `public, max-age=${lifetime}, must-revalidate, no-transform`,
  age: String(age),
  expires: new Date(now.getTime() + (lifetime - age) * 1000).toUTCString(),
});
