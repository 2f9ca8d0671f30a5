/** DER, for contents below 128 bytes. X.690, section 8.1.3.4. */
const tagged = (tag: number, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const content = Buffer.concat(contents);
  if (content.length > 127) throw new Error('Too long for a short length.');
  return new Uint8Array([tag, content.length, ...content]);
};

const SEQUENCE = 0x30;
const [PERMITTED, EXCLUDED] = [0xa0, 0xa1];
const [DNS_NAME, IP_ADDRESS] = [0x82, 0x87];
const subtree = (tag: number, base: Uint8Array) => tagged(SEQUENCE, tagged(tag, base));
/** An address and its mask: with an empty mask, every address there is. */
const everyAddress = (bytes: number) => subtree(IP_ADDRESS, Buffer.alloc(2 * bytes));

export const NAME_CONSTRAINTS = '2.5.29.30';

/**
 * Whoever trusts the authority trusts it for `localhost` and names under it, and for nothing else on earth: its key lies on
 * a disk. RFC 5280, section 4.2.1.10.
 */
export const onlyLocalhost = tagged(
  SEQUENCE,
  tagged(PERMITTED, subtree(DNS_NAME, Buffer.from('localhost'))),
  tagged(EXCLUDED, everyAddress(4), everyAddress(16)),
);
