import * as operator from '../http/operator.js';
import type { Route } from './route.js';

/** What the operator may ask. */
export const operatorRoutes = {
  putBrand: {
    method: 'PUT',
    path: '/v1/operator/brands/{brand}',
    summary: 'Create a brand, or make it as given',
    caller: 'operator',
    body: operator.putBrand,
    answer: operator.brandView,
    status: 200,
  },
  getBrand: {
    method: 'GET',
    path: '/v1/operator/brands/{brand}',
    summary: 'A brand, without its secrets',
    caller: 'operator',
    answer: operator.brandView,
    status: 200,
  },
  makeApiKey: {
    method: 'POST',
    path: '/v1/operator/brands/{brand}/api-keys',
    summary: 'Make an API key for a brand’s backend',
    caller: 'operator',
    body: operator.makeApiKey,
    answer: operator.apiKeyMade,
    status: 201,
  },
  listEncryptionKeys: {
    method: 'GET',
    path: '/v1/operator/brands/{brand}/encryption-keys',
    summary: 'The keys envelopes are encrypted to, and where each is in its life',
    caller: 'operator',
    answer: operator.encryptionKeysView,
    status: 200,
  },
  rotateEncryptionKeys: {
    method: 'POST',
    path: '/v1/operator/brands/{brand}/encryption-keys/rotate',
    summary: 'Publish the next encryption keys and retire the current ones',
    caller: 'operator',
    answer: operator.encryptionKeysView,
    status: 200,
  },
  verifyAudit: {
    method: 'GET',
    path: '/v1/operator/brands/{brand}/audit',
    summary: 'Whether the audit log is as it was written, and where it ends',
    caller: 'operator',
    query: operator.auditQuery,
    answer: operator.auditView,
    status: 200,
  },
  inviteAgent: {
    method: 'POST',
    path: '/v1/operator/brands/{brand}/agents',
    summary: 'Invite an agent',
    caller: 'operator',
    body: operator.inviteAgent,
    answer: operator.brandView,
    status: 201,
  },
  removeAgent: {
    method: 'DELETE',
    path: '/v1/operator/brands/{brand}/agents/{agent}',
    summary: 'Remove an agent at once',
    caller: 'operator',
    status: 204,
  },
} as const satisfies Record<string, Route>;
