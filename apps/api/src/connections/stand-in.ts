const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|.+\.localhost)$/;

/** Whether an issuer is one of this machine: the stand-in, which vouches for whoever asks. */
export const isStandIn = (url: string): boolean => URL.canParse(url) && loopback.test(new URL(url).hostname);
