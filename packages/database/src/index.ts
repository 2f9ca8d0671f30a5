export {
  type BackupOptions,
  type Restored,
  type RestoreOptions,
  restoreBackup,
  writeBackup,
} from './backup/index.js';
export { createListener, createPool, createPrisma, type Listener, type Pool } from './client.js';
export {
  type Embedded,
  type EmbeddedOptions,
  embeddedRuns,
  removeEmbedded,
  startEmbedded,
} from './embedded/start.js';
export { Prisma, PrismaClient } from './generated/prisma/client.js';
export { migrate, migrationNames } from './migrate.js';
export { makeRoles, type Roles, type RoleUrls } from './roles.js';
