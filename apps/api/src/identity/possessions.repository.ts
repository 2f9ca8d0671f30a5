import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

/** A proof of possession that holds, and until when it must be remembered that it was used. */
export type Spendable = { readonly thumbprint: string; readonly jti: string; readonly keepUntil: Date };

/** By the primary key: of two that bring the same one, in whatever processes, one gets a row. Its values come first. */
export const spending =
  'INSERT INTO used_possessions (thumbprint, jti, keep_until) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
const remembering: Statement = { name: 'possessions.remember', text: spending };

@Injectable()
export class PossessionsRepository {
  constructor(private readonly database: Database) {}

  /** Remembers that a proof of possession was used. False: it was used before. */
  async remember({ thumbprint, jti, keepUntil }: Spendable): Promise<boolean> {
    return (await this.database.count(remembering, [thumbprint, jti, keepUntil])) === 1;
  }
}
