import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../fixtures/test.js';

const example = fileURLToPath(new URL('../../packages/chat-client/examples/node.ts', import.meta.url));

test('the example for Node signs in as an app does, and what it says stands in the conversation', async ({
  world,
  customer,
}) => {
  const said = await promisify(execFile)(process.execPath, [
    example,
    world.brandSite,
    customer.email,
    'Hello from a program',
  ]);
  expect(said.stdout.trim()).toBe('Hello from a program');
});
