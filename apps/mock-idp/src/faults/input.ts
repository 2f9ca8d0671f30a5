import { z } from 'zod';
import type { Endpoint } from '../http/index.js';
import type { FaultName } from './catalogue.js';
import type { Expected } from './fault.js';

const howMany = "expected a number from 1 to 100000, or 'until-cleared'";
const text = z.string().min(1).max(2_000);

/** Which login is meant. Each member narrows; without any, everybody's. */
const aim = z.strictObject({
  /** The `login_hint` of the request, or the person's id, e-mail address or subject. */
  loginHint: text.optional(),
  clientId: text.optional(),
  state: text.optional(),
});
export type Aim = z.infer<typeof aim>;

export const faultInput = z.strictObject({
  fault: z.string(),
  issuer: z.string(),
  aim: aim.default({}),
  shots: z
    .union([z.int(howMany).min(1, howMany).max(100_000, howMany), z.literal('until-cleared')], howMany)
    .default(1),
  options: z
    .strictObject({
      /** How long a slow answer takes, or how long between two bytes. */
      delayMs: z.int().min(1).max(120_000).optional(),
    })
    .default({}),
});
export type ReadFaultInput = z.output<typeof faultInput>;
/** A misspelt fault does not compile. */
export type FaultInput = Omit<z.input<typeof faultInput>, 'fault'> & { readonly fault: FaultName };

export type Shots = ReadFaultInput['shots'];

/** A fault that waits for its login. */
export type ArmedFault = {
  readonly id: string;
  readonly fault: FaultName;
  readonly issuer: string;
  readonly aim: Aim;
  /** How many are left. */
  readonly shots: Shots;
  readonly options: ReadFaultInput['options'];
  readonly expect: Expected;
};

/** A row of the catalogue, as it is listed. */
export type ListedFault = {
  readonly name: FaultName;
  readonly family: string;
  readonly at: Endpoint | 'id-token' | 'return';
  readonly why: string;
  readonly expect: Expected;
  readonly judge: 'service' | 'client';
  readonly needs?: 'encryption' | 'hosted-domain' | 'userinfo' | 'cached-metadata';
};
