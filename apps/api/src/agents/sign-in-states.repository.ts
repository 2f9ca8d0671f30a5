import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';

/** An agent's way to the provider and back. */
export type SignInState = {
  readonly brandId: string;
  /** SHA-256 of `state`. */
  readonly id: string;
  readonly nonce: string;
  /** Sealed. */
  readonly codeVerifier: string;
  readonly returnTo: string;
  readonly expiresAt: Date;
};

@Injectable()
export class SignInStatesRepository {
  constructor(private readonly database: Database) {}

  /** Those whose time has passed go when the next one comes. */
  async add(state: SignInState, now: Date): Promise<void> {
    await this.database.prisma.$transaction([
      this.database.prisma.agentSignInState.deleteMany({ where: { expiresAt: { lt: now } } }),
      this.database.prisma.agentSignInState.create({ data: state }),
    ]);
  }

  /** Taken and deleted in one statement: of two tabs that return with one state, one goes on. */
  async take(id: string): Promise<SignInState | undefined> {
    const [row] = await this.database.prisma.$queryRaw<SignInState[]>`
      DELETE FROM agent_sign_in_states WHERE id = ${id}
      RETURNING brand_id AS "brandId", id, nonce, code_verifier AS "codeVerifier",
        return_to AS "returnTo", expires_at AS "expiresAt"`;
    return row;
  }
}
