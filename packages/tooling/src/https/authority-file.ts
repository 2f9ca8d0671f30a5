import { join } from 'node:path';

/** What is trusted on request. */
export const authorityFile = (folder: string): string => join(folder, 'authority.pem');
/** Of its owner only. */
export const authorityKeyFile = (folder: string): string => join(folder, 'authority-key.pem');

/** What stores and browsers show it by. */
export const AUTHORITY_NAME = 'Countersign, on this machine only';
