import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Where a sealed text belongs: moved to another place it does not open. */
export type Place = readonly [brand: string, table: string, column: string, row: string];

const VERSION = 'v2';

/** One key, and what is sealed under it. AES-256-GCM; each text says by which key it opens. */
export class Keyed {
  readonly id: string;
  private hashing: Buffer | undefined;

  constructor(private readonly key: Buffer) {
    this.id = createHash('sha256').update('countersign key').update(key).digest('base64url').slice(0, 8);
  }

  static fresh(): { readonly key: Keyed; readonly secret: string } {
    const secret = randomBytes(32);
    return { key: new Keyed(secret), secret: secret.toString('base64url') };
  }

  static of(secret: string): Keyed {
    return new Keyed(Buffer.from(secret, 'base64url'));
  }

  seal(text: string, place: Place): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(aadOf(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [VERSION, this.id, ...[iv, sealed, cipher.getAuthTag()].map(spelt)].join('.');
  }

  /** Throws when the text was changed, moved, or sealed under another key. */
  open(text: string, place: Place): string {
    const [version, id, ...parts] = text.split('.');
    if (version !== VERSION || id !== this.id) throw new Error('Sealed under another key');
    return opened(this.key, parts, place);
  }

  /** A stable stand-in for a value that must not be readable. */
  blind(value: string): string {
    this.hashing ??= Buffer.from(hkdfSync('sha256', this.key, '', 'countersign hash', 32));
    return createHmac('sha256', this.hashing).update(value).digest('base64url');
  }
}

/** By which key a text opens. */
export const keyIdOf = (text: string): string | undefined => text.split('.')[1];

const spelt = (part: Buffer) => part.toString('base64url');
const aadOf = (place: Place) => Buffer.from(place.join('\n'));

/** @param parts nonce, text and tag */
export function opened(
  key: Buffer,
  [iv = '', sealed = '', tag = '']: readonly string[],
  place: Place,
): string {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
    .setAAD(aadOf(place))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString(
    'utf8',
  );
}
