import { expect, test } from 'vitest';
import { wordsOf } from '../words/languages';
import { endpointTrouble, shownState } from './state';

test('an attempt is told with its status, or why there is none', () => {
  const { outcomes } = wordsOf('en').webhooks;
  expect(outcomes.refused(503)).toBe('Refused: answered 503');
  expect(outcomes.timeout()).toBe('No answer within 15 seconds');
});

test('an event that waits after a try is retried, and one that was not tried waits', () => {
  expect(shownState({ state: 'waiting', attempts: 0 })).toBe('waiting');
  expect(shownState({ state: 'waiting', attempts: 2 })).toBe('retrying');
  expect(shownState({ state: 'delivered', attempts: 2 })).toBe('delivered');
});

test('an endpoint that is well says nothing, and one that is off says who turned it off', () => {
  expect(endpointTrouble({ state: 'on', offReason: null })).toBeNull();
  expect(endpointTrouble({ state: 'failing', offReason: null })).toBe('failing');
  expect(endpointTrouble({ state: 'off', offReason: 'gone' })).toBe('gone');
  expect(endpointTrouble({ state: 'off', offReason: 'by_hand' })).toBe('off');
});
