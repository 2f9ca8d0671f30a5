import type { ReadConfig } from './config/index.js';

/** Reads people, clients and issuers from a YAML or JSON file. The reader is loaded when there is a file to read. */
export async function readConfigFile(path: string): Promise<ReadConfig> {
  const { readConfigFile: read } = await import('./config/index.js');
  return read(path);
}
