import { expect, test } from 'vitest';
import { isStandIn } from './stand-in.js';

test.each([
  'http://localhost:4000/google',
  'https://idp.localhost',
  'http://127.0.0.1',
  'http://127.8.9.1',
  'http://[::1]:4000',
  'https://localhost.',
  'http://idp:4000/google',
])('%s is the stand-in', (url) => expect(isStandIn(url)).toBe(true));

test.each([
  'https://accounts.google.com',
  'https://localhost.example',
  'https://127.0.0.1.example',
  'nonsense',
])('%s is not', (url) => expect(isStandIn(url)).toBe(false));
