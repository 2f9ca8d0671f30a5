import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/env.js';

/** Where a sealed text belongs: moved to another place it does not open. */
export type Place = readonly [brand: string, table: string, column: string, row: string];

const VERSION = 'v1';

/** Encrypts what the database must not be able to read. AES-256-GCM under a key derived from the master key. */
@Injectable()
export class Sealer {
  private readonly sealing: Buffer;
  private readonly hashing: Buffer;

  constructor(@Inject(CONFIG) { MASTER_KEY }: Config) {
    const master = Buffer.from(MASTER_KEY, 'base64');
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', master, '', `countersign ${use}`, 32));
    this.sealing = derive('seal');
    this.hashing = derive('hash');
  }

  seal(text: string, place: Place): string {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, iv).setAAD(Buffer.from(place.join('\n')));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [VERSION, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(
      '.',
    );
  }

  /** Throws when the text was changed, moved, or sealed under another master key. */
  open(text: string, place: Place): string {
    const [version, iv = '', sealed = '', tag = ''] = text.split('.');
    if (version !== VERSION) throw new Error('Sealed by another version');
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, Buffer.from(iv, 'base64url'))
      .setAAD(Buffer.from(place.join('\n')))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString(
      'utf8',
    );
  }

  /** A stable stand-in for a value that must not be readable, per brand. */
  blind(brand: string, value: string): string {
    return createHmac('sha256', this.hashing).update(`${brand}\n${value}`).digest('base64url');
  }
}
