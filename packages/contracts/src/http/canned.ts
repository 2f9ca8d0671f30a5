import { storable } from '@countersign/claims';
import { z } from 'zod';
import { brokenIn } from '../canned/variables.js';
import { id, MESSAGE_LIMIT } from '../names.js';

const said = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== '', 'is empty')
    .transform(storable);

/** `{{name}}`, `{{package.name}}`, `{{agent.name}}`: filled by verified facts, when it is used. */
const cannedText = said(MESSAGE_LIMIT).superRefine((text, context) => {
  const [broken] = brokenIn(text);
  if (broken !== undefined)
    context.addIssue({
      code: 'custom',
      message: `holds ${broken}, which names no fact: {{name}} or {{package.name}} does`,
    });
});

export const putCannedAnswer = z.strictObject({ title: said(80), text: cannedText });
export type PutCannedAnswer = z.output<typeof putCannedAnswer>;

export const cannedAnswer = z.strictObject({ id, title: z.string(), text: z.string() });
export type CannedAnswer = z.infer<typeof cannedAnswer>;

/** `GET /v1/agent/canned-answers`: by title. A brand has 500 at most. */
export const cannedAnswers = z.strictObject({ answers: z.array(cannedAnswer) });
export const CANNED_LIMIT = 500;
