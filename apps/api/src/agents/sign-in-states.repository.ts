import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../common/database.js';

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

const finding: Statement = {
  name: 'sign-in-states.brand',
  text: 'SELECT brand_of_sign_in($1) AS "brandId"',
};

@Injectable()
export class SignInStatesRepository {
  constructor(private readonly database: Database) {}

  /** Those whose time has passed go when the next one comes. */
  async add(state: SignInState, now: Date): Promise<void> {
    await this.database.within(state.brandId, (prisma) =>
      prisma.$transaction([
        prisma.agentSignInState.deleteMany({ where: { expiresAt: { lt: now } } }),
        prisma.agentSignInState.create({ data: state }),
      ]),
    );
  }

  /** Taken and deleted in one statement: of two tabs that return with one state, one goes on. */
  async take(id: string): Promise<SignInState | undefined> {
    const [found] = await this.database.rows<{ brandId: string | null }>(finding, [id]);
    if (!found?.brandId) return undefined;
    const [row] = await this.database.within(
      found.brandId,
      (prisma) => prisma.$queryRaw<SignInState[]>`
      DELETE FROM agent_sign_in_states WHERE id = ${id}
      RETURNING brand_id AS "brandId", id, nonce, code_verifier AS "codeVerifier",
        return_to AS "returnTo", expires_at AS "expiresAt"`,
    );
    return row;
  }
}
