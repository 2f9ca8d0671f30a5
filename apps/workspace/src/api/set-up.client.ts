import {
  type AgentRole,
  type ApiKeyRight,
  actionsSet,
  actionsView,
  apiKeyMade,
  apiKeysView,
  type BrandLook,
  brandLook,
  type ConnectionSettings,
  checklist,
  connectionSettingsView,
  discovered,
  draftView,
  encryptionKeysView,
  type InviteAgent,
  type KeepDraft,
  keyLookedAt,
  previewed,
  setUpBrand,
  staff,
} from '@countersign/contracts';
import { z } from 'zod';
import { call } from './call';

const nothing = z.null();
const segment = encodeURIComponent;

export type Preview = {
  readonly token: string | Record<string, z.core.util.JSONType>;
  readonly issuer: string;
  readonly mapping: Record<string, string>;
  readonly authoritative: readonly string[];
};

const connections = (at: (path: string) => string) => ({
  discover: (issuer: string) => call(at('/discover'), discovered, 'POST', { issuer }),
  draft: () => call(at('/draft'), draftView),
  keepDraft: (draft: KeepDraft) => call(at('/draft'), draftView, 'PUT', draft),
  dropDraft: () => call(at('/draft'), nothing, 'DELETE'),
  makeConnection: (said: ConnectionSettings) =>
    call(at('/connections'), connectionSettingsView, 'POST', said),
  connection: (key: string) => call(at(`/connections/${segment(key)}/settings`), connectionSettingsView),
  changeConnection: (key: string, said: ConnectionSettings) =>
    call(at(`/connections/${segment(key)}/settings`), connectionSettingsView, 'PUT', said),
  removeConnection: (key: string) => call(at(`/connections/${segment(key)}`), nothing, 'DELETE'),
  preview: (what: Preview) => call(at('/preview'), previewed, 'POST', what),
});

const keys = (at: (path: string) => string) => ({
  lookAtKey: (key: string) => call(at('/keys/look'), keyLookedAt, 'POST', { key }),
  apiKeys: () => call(at('/api-keys'), apiKeysView),
  makeApiKey: (made: { connections: string[]; rights: ApiKeyRight[] }) =>
    call(at('/api-keys'), apiKeyMade, 'POST', made),
  revokeApiKey: (id: string) => call(at(`/api-keys/${id}`), nothing, 'DELETE'),
  actions: () => call(at('/actions'), actionsView),
  setActions: (said: { url: string; rotate: boolean }) => call(at('/actions'), actionsSet, 'PUT', said),
  removeActions: () => call(at('/actions'), nothing, 'DELETE'),
  encryptionKeys: () => call(at('/encryption-keys'), encryptionKeysView),
  rotateEncryptionKeys: () => call(at('/encryption-keys/rotate'), encryptionKeysView, 'POST'),
});

/** The routes by which a brand is set up. */
export function setUpClient(apiUrl: string) {
  const at = (path: string) => `${apiUrl}/v1/console${path}`;
  return {
    ...connections(at),
    ...keys(at),
    brand: () => call(at('/brand'), setUpBrand),
    rename: (name: string) => call(at('/brand'), setUpBrand, 'PUT', { name }),
    look: () => call(at('/look'), brandLook),
    saveLook: (look: BrandLook) => call(at('/look'), brandLook, 'PUT', look),
    checklist: () => call(at('/checklist'), checklist),
    staff: () => call(at('/agents'), staff),
    invite: (agent: InviteAgent) => call(at('/agents'), staff, 'POST', agent),
    changeRole: (id: string, role: AgentRole) => call(at(`/agents/${id}`), staff, 'PUT', { role }),
    removeAgent: (id: string) => call(at(`/agents/${id}`), nothing, 'DELETE'),
  };
}
export type SetUpClient = ReturnType<typeof setUpClient>;
