import type { AttemptResult } from '@countersign/contracts';
import type { PostAnswer } from '../outbound/index.js';

/** What became of a try. Only a status of 2xx says that it was taken. */
export function outcomeOf(answer: PostAnswer): AttemptResult {
  if (answer.kind === 'failed') return answer.reason;
  const { status } = answer;
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirected' : 'refused';
}
