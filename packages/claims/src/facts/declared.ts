import { z } from 'zod';
import { factName, factValueSchema, isKnownFact } from './catalogue.js';
import { money, text } from './values.js';

export const factType = z.enum(['text', 'number', 'date', 'money', 'boolean']);
export type FactType = z.infer<typeof factType>;

/** A fact of the brand's own: its name, what its values are, and what agents read beside it. */
export const declaredFact = z.strictObject({
  name: factName.refine((name) => !isKnownFact(name), 'is a name of the catalogue, which has a type already'),
  type: factType,
  label: z.string().trim().min(1).max(40).optional(),
});
export type DeclaredFact = z.infer<typeof declaredFact>;

const values: Record<FactType, z.ZodType> = {
  text: text(2_000),
  number: z.number(),
  date: z.iso.date(),
  money,
  boolean: z.boolean(),
};

/** The form a fact's value must have: the catalogue's, the declared one, or a plain value where nobody has said. */
export function factForm(name: string, declared: readonly DeclaredFact[]): z.ZodType {
  const own = isKnownFact(name) ? undefined : declared.find((one) => one.name === name);
  return own ? values[own.type] : factValueSchema(name);
}
