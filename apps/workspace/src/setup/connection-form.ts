import type { ConnectionSettings, ConnectionSettingsView } from '@countersign/contracts';
import { linesOf } from './wizard/state';

export type ConnectionForm = {
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly origins: string;
  readonly redirectUris: string;
  readonly mapping: string;
  readonly minimum: string;
  readonly assuranceMinutes: string;
};

const pairs = (mapping: Record<string, string>) =>
  Object.entries(mapping)
    .map(([claim, fact]) => `${claim}: ${fact}`)
    .join('\n');
const unpaired = (text: string): Record<string, string> =>
  Object.fromEntries(
    linesOf(text).map((line) => {
      const at = line.lastIndexOf(':');
      return at < 0 ? [line, line] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );

export function formOf({ connection, issuer }: ConnectionSettingsView): ConnectionForm {
  return {
    label: connection.label,
    issuer: issuer.url,
    clientId: connection.clientId ?? '',
    clientSecret: '',
    origins: connection.origins.join('\n'),
    redirectUris: connection.flow === 'code' ? (connection.redirectUris ?? []).join('\n') : '',
    mapping: pairs(connection.mapping ?? {}),
    minimum: connection.minimum ?? 'anonymous',
    assuranceMinutes: String(connection.assuranceMinutes ?? 60),
  };
}

export function saidOf(view: ConnectionSettingsView, form: ConnectionForm): ConnectionSettings {
  const { connection, issuer } = view;
  const shared = {
    label: form.label,
    issuer: form.issuer.trim(),
    origins: linesOf(form.origins),
    mapping: unpaired(form.mapping),
    minimum: form.minimum as 'anonymous' | 'verified',
    assuranceMinutes: Number(form.assuranceMinutes),
    ...(form.clientId ? { clientId: form.clientId.trim() } : {}),
  };
  const ofIssuer = { ...issuer, url: form.issuer.trim() };
  const { version } = view;
  if (connection.flow === 'implicit')
    return { issuer: ofIssuer, connection: { ...connection, ...shared }, version };
  return {
    issuer: ofIssuer,
    version,
    connection: {
      ...connection,
      ...shared,
      clientId: form.clientId.trim(),
      redirectUris: linesOf(form.redirectUris),
      ...(form.clientSecret ? { clientSecret: form.clientSecret } : {}),
    },
  };
}

/** Whether who is trusted would change: said before it is saved, for it ends sessions and cannot be taken back. */
export const changesTrust = (view: ConnectionSettingsView, form: ConnectionForm): boolean =>
  form.issuer.trim() !== view.issuer.url || form.clientId.trim() !== (view.connection.clientId ?? '');
