import { cannedAnswer, cannedAnswers, type PutCannedAnswer } from '@countersign/contracts';
import { z } from 'zod';
import { call } from './call';

/** What agents of the brand say often: read by all, written by leads. */
export function cannedClient(apiUrl: string) {
  const at = (id = '') => `${apiUrl}/v1/agent/canned-answers${id && `/${id}`}`;
  return {
    all: () => call(at(), cannedAnswers),
    add: (answer: PutCannedAnswer) => call(at(), cannedAnswer, 'POST', answer),
    change: (id: string, answer: PutCannedAnswer) => call(at(id), cannedAnswer, 'PUT', answer),
    remove: (id: string) => call(at(id), z.null(), 'DELETE'),
  };
}
