export { type Restored, type RestoreOptions, restoreBackup } from './restore.js';
export { type BackupOptions, writeBackup } from './write.js';
