import pg from 'pg';

/** The passwords of the two roles. */
export type Roles = { readonly ownerPassword: string; readonly apiPassword: string };
export type RoleUrls = {
  /** Migrates. */
  readonly owner: string;
  /** What the API connects as: neither superuser nor above row-level security. */
  readonly api: string;
};

const OWNER = 'countersign_owner';
const API = 'countersign_api';

function as(url: string, role: string, password: string): string {
  const changed = new URL(url);
  changed.username = role;
  changed.password = password;
  return changed.toString();
}

const statementsFor = (database: string, { ownerPassword, apiPassword }: Roles): string[] => {
  const name = pg.escapeIdentifier(database);
  const role = (who: string, password: string) => [
    `DO $$ BEGIN CREATE ROLE ${who} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `ALTER ROLE ${who} PASSWORD ${pg.escapeLiteral(password)}`,
    `GRANT CONNECT ON DATABASE ${name} TO ${who}`,
  ];
  return [
    ...role(OWNER, ownerPassword),
    ...role(API, apiPassword),
    `GRANT CREATE ON DATABASE ${name} TO ${OWNER}`,
    `GRANT USAGE, CREATE ON SCHEMA public TO ${OWNER}`,
    `GRANT USAGE ON SCHEMA public TO ${API}`,
    // Whoever runs this must be a member of the owner to set its default privileges.
    `GRANT ${OWNER} TO CURRENT_USER`,
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER} IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${API}`,
    `ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER} IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${API}`,
  ];
};

// Only a superuser may say NOSUPERUSER of a role that exists, and no hosted database gives one: so it is asked, not set.
async function mustBeModest(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND (rolsuper OR rolbypassrls)',
    [[OWNER, API]],
  );
  const [mighty] = rows;
  if (mighty) throw new TooMighty(mighty.rolname);
}

class TooMighty extends Error {
  constructor(role: string) {
    super(`The role ${role} is a superuser or bypasses row-level security: brands would not be kept apart.`);
  }
}

/**
 * The two roles of the house, made or brought up to date.
 * @param adminUrl connects as a role that may create roles
 */
export async function makeRoles(adminUrl: string, roles: Roles): Promise<RoleUrls> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const database = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
    for (const statement of statementsFor(database, roles)) await client.query(statement);
    await mustBeModest(client);
  } catch (cause) {
    if (cause instanceof TooMighty) throw cause;
    throw new Error(
      'DATABASE_URL must name a role that may create roles: the house makes countersign_owner and countersign_api.',
      { cause },
    );
  } finally {
    await client.end();
  }
  return { owner: as(adminUrl, OWNER, roles.ownerPassword), api: as(adminUrl, API, roles.apiPassword) };
}
