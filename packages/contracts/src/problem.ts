import { rejectionReason } from '@countersign/claims';
import { z } from 'zod';

/** Every problem the service can answer: its status and one kind sentence for people. The codes are stable. */
export const problems = {
  request_malformed: [400, 'The request is not of the form this route expects.'],
  attachment_empty: [400, 'The file is empty.'],
  logout_token_invalid: [400, 'The logout token was refused.'],
  key_proof_invalid: [401, 'This browser could not prove that it holds its key.'],
  proof_rejected: [401, 'We could not confirm who you are.'],
  session_required: [401, 'This needs an open session.'],
  session_ended: [401, 'The session has ended.'],
  agent_session_required: [401, 'Sign in to answer.'],
  agent_sign_in_failed: [401, 'The sign-in did not succeed.'],
  api_key_invalid: [401, 'The API key is unknown or withdrawn.'],
  operator_key_invalid: [401, 'The operator key is missing or wrong.'],
  person_required: [401, 'Sign in to make a brand.'],
  https_required: [403, 'This service is reached by https only.'],
  origin_not_allowed: [403, 'This page may not open a chat of this brand.'],
  verification_required: [403, 'This chat is open to signed-in customers only.'],
  agent_not_invited: [403, 'Nobody has invited this account to answer for the brand.'],
  agent_email_unproven: [403, 'The sign-in did not prove that the invited address is yours.'],
  agent_domain_missing: [403, 'This account does not belong to the organisation that is demanded here.'],
  api_key_forbidden: [403, 'The API key does not have this right.'],
  developer_role_required: [403, 'This is for developers of the brand.'],
  lead_required: [403, 'This is for leads.'],
  admin_required: [403, 'This is for admins of the brand.'],
  sign_up_closed: [403, 'Brands are not made here at the moment.'],
  sign_up_not_invited: [403, 'This account is not invited to make a brand.'],
  brand_limit_reached: [403, 'This account has made as many brands as one may.'],
  step_up_required: [403, 'This needs you to confirm once more who you are.'],
  window_not_allowed: [403, 'This chat does not open in a window of its own.'],
  ticket_invalid: [403, 'The chat could not be moved here. Open it anew.'],
  agent_not_assigned: [403, 'Take the conversation first.'],
  file_link_invalid: [403, 'This link to the file has run out. Open the file from the chat.'],
  brand_unknown: [404, 'There is no such brand.'],
  connection_unknown: [404, 'The brand has no such connection.'],
  conversation_not_found: [404, 'There is no such conversation.'],
  attachment_not_found: [404, 'There is no such file, or it was not sent in time.'],
  request_not_found: [404, 'Nothing of that kind is asked of you.'],
  card_not_found: [404, 'There is no such card.'],
  attempt_not_found: [404, 'There is no such attempt.'],
  trace_not_kept: [404, 'The trace of this attempt was not kept.'],
  canned_answer_not_found: [404, 'There is no such answer.'],
  agent_not_found: [404, 'There is no such agent.'],
  api_key_not_found: [404, 'There is no such API key, or it was withdrawn.'],
  consumer_not_found: [404, 'There is no such consumer.'],
  webhook_not_found: [404, 'There is no such webhook endpoint, or no such event of it.'],
  route_not_found: [404, 'There is nothing at this address.'],
  upload_interrupted: [408, 'The file did not arrive whole.'],
  attachment_used: [409, 'This file has been sent already.'],
  canned_answer_exists: [409, 'There is an answer of this title already.'],
  canned_answers_full: [409, 'There are 500 answers. Remove one first.'],
  conversation_taken: [409, 'Another agent has this conversation.'],
  conversation_open: [409, 'This conversation has not ended yet.'],
  rating_closed: [409, 'This can no longer be changed.'],
  conversation_ended: [409, 'This conversation has ended.'],
  brand_taken: [409, 'Another brand has this short name.'],
  connection_exists: [409, 'The brand has a connection of this key.'],
  settings_changed: [409, 'This was changed meanwhile, by somebody else or in another window. Load it anew.'],
  last_admin: [409, 'A brand keeps at least one admin.'],
  agent_exists: [409, 'This address is invited already.'],
  facts_out_of_date: [409, 'Newer facts of this consumer are already here.'],
  identity_unconfirmed: [409, 'It is not confirmed at the moment who is at the other end.'],
  step_up_unavailable: [409, 'The provider of this connection cannot be asked to confirm the person anew.'],
  request_open: [409, 'They have been asked already.'],
  client_id_reused: [409, 'Another message was sent under this id.'],
  card_not_possible: [409, 'What is verified of this customer does not hold that.'],
  card_outdated: [409, 'What this was made from has changed. Ask for a new one.'],
  card_settled: [409, 'This has been answered, or is not open any more.'],
  actions_missing: [409, 'The brand has said nowhere what carries this out.'],
  number_ahead: [409, 'The conversation has not come that far.'],
  merge_not_offered: [409, 'There is no conversation to go on with.'],
  webhook_off: [409, 'This endpoint is off. Turn it on first.'],
  webhook_limit: [409, 'The brand has as many webhook endpoints as it may.'],
  sending_held: [409, 'Sending waits until it is confirmed who is writing.'],
  message_too_long: [413, 'The message is longer than 8,000 characters.'],
  request_too_large: [413, 'The request is too large.'],
  attachment_too_large: [413, 'The file is larger than 10 MB.'],
  attachment_too_many_pixels: [413, 'The picture has too many pixels.'],
  attachment_type_refused: [415, 'Only pictures (PNG, JPEG, WebP, GIF, AVIF) and PDF files can be sent.'],
  attachment_unreadable: [422, 'The file is damaged, or not what it seems to be.'],
  webhook_url_refused: [422, 'Nothing is sent to this address.'],
  rate_limited: [429, 'Too many requests. Try again in a moment.'],
  internal_error: [500, 'Something went wrong on our side.'],
  service_unavailable: [503, 'The service is not available at the moment.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof problems;
const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** `application/problem+json`, RFC 9457. `type` is `urn:countersign:problem:{code}`. */
export const problem = z.strictObject({
  type: z.string(),
  code: z.enum(codes),
  title: z.string(),
  status: z.number().int(),
  /** What exactly, for a developer. Never a token, a code or a profile. */
  detail: z.string().optional(),
  /** With `proof_rejected`: the one reason. */
  reason: rejectionReason.optional(),
  /** With `proof_rejected`: the attempt whose trace tells more. */
  attempt: z.string().optional(),
  /** With `rate_limited`: in how many seconds it is worth trying again. */
  retryAfter: z.number().int().positive().optional(),
  /** With `request_malformed`: what is wrong, member by member. */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** The body of an answer that is none. */
export const problemOf = (
  code: ProblemCode,
  more: Partial<Omit<Problem, 'code' | 'status' | 'type'>> = {},
): Problem => ({
  type: `urn:countersign:problem:${code}`,
  code,
  title: problems[code][1],
  status: problems[code][0],
  ...more,
});
