import { join } from 'node:path';

/** What lies where in the folder of a house's data. */
export const databaseIn = (dataDir: string): string => join(dataDir, 'database');
/** Files that were sent. */
export const attachmentsIn = (dataDir: string): string => join(dataDir, 'attachments');
/** Who was erased: it outlives a reset, and a backup that is restored. */
export const erasuresIn = (dataDir: string): string => join(dataDir, 'erasures.jsonl');
