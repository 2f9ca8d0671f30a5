import { storable } from '@countersign/claims';
import { z } from 'zod';

/** From very poor to very good. */
export const ratingScore = z.number().int().min(1).max(5);
/** A sentence beside it. */
export const ratingComment = z.string().trim().min(1).max(500).transform(storable);

/** What a consumer thought of a conversation. */
export const ratingView = z.strictObject({
  score: ratingScore,
  comment: z.string().nullable(),
  at: z.iso.datetime(),
});
export type RatingView = z.infer<typeof ratingView>;

/** `GET /v1/agent/ratings`, for leads: what was thought of the conversations that ended in the last days. */
export const ratingFigures = z.strictObject({
  days: z.number().int(),
  /** Conversations that ended, and how many of them were rated. */
  ended: z.number().int(),
  rated: z.number().int(),
  /** Null where none was. */
  average: z.number().nullable(),
  /** How many of each, from 1 to 5. */
  scores: z.array(z.number().int()).length(5),
});
export type RatingFigures = z.infer<typeof ratingFigures>;
