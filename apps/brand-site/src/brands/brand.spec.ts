import { expect, it } from 'vitest';
import { brandOfHost } from './brand';

it.each([
  ['localhost:4200', 'larkspur'],
  ['larkspur.localhost:4200', 'larkspur'],
  ['127.0.0.1:4200', 'larkspur'],
  ['larkspur-app.localhost:4200', 'larkspur'],
  ['JUNIPER.localhost:4200', 'juniper'],
  ['juniper.localhost', 'juniper'],
  ['juniper.localhost.evil.example', undefined],
  ['evil.example:4200', undefined],
  [null, undefined],
] as const)('the host %s belongs to %s', (host, brand) => expect(brandOfHost(host)).toBe(brand));
