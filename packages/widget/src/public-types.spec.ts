import type { AttemptView } from '@countersign/contracts';
import { expectTypeOf, test } from 'vitest';
import type { ChatAttempt, CountersignChat } from '../types/index.js';
import type { CountersignChatElement } from './launcher/countersign-chat.element.js';

test('the types a page is given are those of the element and of the attempt', () => {
  expectTypeOf<CountersignChatElement>().toExtend<CountersignChat>();
  expectTypeOf<Omit<AttemptView, 'expiresAt'>>().toExtend<ChatAttempt>();
});
