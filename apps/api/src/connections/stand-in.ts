const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|.+\.localhost)\.?$/;

/** Whether a host is this machine. */
export const isLoopback = (hostname: string): boolean => loopback.test(hostname);

/** Whether an issuer may be the stand-in, which vouches for whoever asks: one of this machine, or one without https. */
export function isStandIn(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || isLoopback(hostname);
}
