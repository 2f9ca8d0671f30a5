import { migrate } from '../migrate.js';
import { makeRoles } from '../roles.js';

/** Makes the two roles and applies the migrations, once before each new version of the API. What is applied stays. */
function told(name: 'ADMIN_URL' | 'OWNER_PASSWORD' | 'API_PASSWORD', what: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`${name} is missing: ${what}.`);
}

try {
  const admin = told('ADMIN_URL', 'PostgreSQL, as a role that may create roles');
  const ownerPassword = told('OWNER_PASSWORD', 'what countersign_owner, who migrates, signs in with');
  const apiPassword = told('API_PASSWORD', 'what countersign_api, as which the API connects, signs in with');
  const { owner } = await makeRoles(admin, { ownerPassword, apiPassword });
  const applied = await migrate(owner);
  process.stdout.write(applied.length > 0 ? `applied ${applied.join(', ')}\n` : 'nothing to apply\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
