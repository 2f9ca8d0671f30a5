import { afterEach, expect, test, vi } from 'vitest';
import { getProofFromBackend } from './from-backend.js';

const attempt = { attempt: 'a1', clientId: 'chat', nonce: 'n1' } as never;
const answer = (status: number, body: unknown) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(body, { status }));
afterEach(() => vi.restoreAllMocks());

test('the backend’s proof is the page’s, and nobody signed in is null', async () => {
  answer(200, { idToken: 't' });
  expect(await getProofFromBackend('/proof')(attempt)).toEqual({ idToken: 't' });
  answer(401, { error: 'not_signed_in' });
  expect(await getProofFromBackend('/proof')(attempt)).toBeNull();
});

test('a page that can sign its customer in anew is told to, and any other failure is one', async () => {
  const onLoginRequired = vi.fn();
  answer(403, { error: 'login_required' });
  expect(await getProofFromBackend('/proof', { onLoginRequired })(attempt)).toBeNull();
  expect(onLoginRequired).toHaveBeenCalledOnce();
  await expect(getProofFromBackend('/proof')(attempt)).rejects.toThrow('403');
  answer(403, { error: 'not_same_origin' });
  await expect(getProofFromBackend('/proof', { onLoginRequired })(attempt)).rejects.toThrow('403');
  answer(502, 'Bad gateway');
  await expect(getProofFromBackend('/proof', { onLoginRequired })(attempt)).rejects.toThrow('502');
  expect(onLoginRequired).toHaveBeenCalledOnce();
});
