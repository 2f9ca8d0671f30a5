import { inRoot } from '../paths.js';
import { runNode } from './run.js';

export const biome = inRoot('node_modules/@biomejs/biome/bin/biome');

export async function format(): Promise<number> {
  return (await runNode(biome, ['check', '--write', '.'], { show: true })).code;
}
