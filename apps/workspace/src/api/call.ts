import type { z } from 'zod';
import { type Answer, answerInvalid, troubleIn, unreachable } from './answer';

/** Longer than the service waits for a provider when it tries a code. */
const TIME_LIMIT = 25_000;

/** Asks the service by the agent's cookie, and judges what it answers by its shape. */
export async function call<Shape extends z.ZodType>(
  address: string,
  shape: Shape,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' = 'GET',
  sent?: unknown,
): Promise<Answer<z.output<Shape>>> {
  try {
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const response = await fetch(address, {
      method,
      credentials: 'include',
      cache: 'no-store',
      signal,
      ...(sent === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
    });
    const body: unknown = response.status === 204 ? null : await response.json().catch(() => undefined);
    if (!response.ok) return response.status >= 502 ? unreachable() : troubleIn(body);
    const result = shape.safeParse(body);
    return result.success ? { ok: true, value: result.data } : answerInvalid();
  } catch {
    return unreachable();
  }
}
