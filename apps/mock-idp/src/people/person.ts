import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
const issuerKey = z.string().min(1).max(80);

/** What a person is called in the control API and in test ids. Not a subject: each issuer has its own. */
export const personId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,79}$/, 'expected 1 to 80 of a-z, 0-9, dot, dash and underscore');

const members = {
  name: text(1_000),
  givenName: text(1_000),
  familyName: text(1_000),
  email: z
    .string()
    .max(320)
    .regex(/^[^\s@]+@[^\s@]+$/, 'expected an e-mail address'),
  hd: text(253),
  picture: z.url(),
  peculiarity: text(400),
};

const subjects = z.record(issuerKey, z.string().regex(/^[\x21-\x7e]{1,255}$/, 'expected 1 to 255 ASCII'));
const claims = z.record(issuerKey, z.record(z.string().min(1).max(120), z.json()));

/** Someone the stand-in can vouch for. */
export const person = z.strictObject({
  id: personId,
  name: members.name,
  givenName: members.givenName.optional(),
  familyName: members.familyName.optional(),
  email: members.email.optional(),
  emailVerified: z.boolean(),
  /** The Workspace domain, for accounts that an organisation manages. */
  hd: members.hd.optional(),
  picture: members.picture.optional(),
  /** What is odd about this person, as a sentence for the account chooser. */
  peculiarity: members.peculiarity.optional(),
  /** The issuers that know this person. */
  issuers: z.array(issuerKey).min(1),
  /** `sub` at each of them. */
  subjects,
  /** What an issuer says beyond the standard claims. */
  claims,
});
export type Person = z.infer<typeof person>;

/** A person as a test names them: everything but the id can be left to the stand-in. */
export const personInput = z.strictObject({
  ...person.partial().shape,
  id: personId,
});
export type PersonInput = z.infer<typeof personInput>;

/** A change: `null` takes a member away. */
export const personChange = z.strictObject({
  name: members.name.optional(),
  givenName: members.givenName.nullish(),
  familyName: members.familyName.nullish(),
  email: members.email.nullish(),
  emailVerified: z.boolean().optional(),
  hd: members.hd.nullish(),
  picture: members.picture.nullish(),
  peculiarity: members.peculiarity.nullish(),
  issuers: z.array(issuerKey).min(1).optional(),
  subjects: subjects.optional(),
  claims: claims.optional(),
});
export type PersonChange = z.infer<typeof personChange>;
