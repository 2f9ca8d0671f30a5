import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Ran, run } from '../run/run.js';
import { bundleOf } from './bundles.js';
import { appBin, inApp } from './room.js';

const folders: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux64-bin',
  darwin: 'osx-bin',
  win32: 'win64-bin',
};

/** The compiler React Native itself brings: the same that builds the app for a phone. */
function hermesc(): string {
  const reactNative = createRequire(realpathSync(appBin('react-native/package.json')));
  const compiler = dirname(reactNative.resolve('hermes-compiler/package.json'));
  return join(compiler, 'hermesc', folders[process.platform] ?? 'linux64-bin', 'hermesc');
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1_000).toLocaleString('en-GB')} kB`;

/** The Android bundle as Hermes runs it. What it cannot compile, a phone could not start. */
export async function compile(): Promise<Ran> {
  const compiled = inApp('dist/main.hbc');
  const ran = await run(hermesc(), ['-emit-binary', '-O', '-w', '-out', compiled, bundleOf('android')]);
  if (ran.code !== 0) return ran;
  return { code: 0, output: `${kilobytes(statSync(compiled).size)} of bytecode` };
}

/** What goes over the network to a browser, and what goes into a phone's package. */
export function sizesOf(): string {
  const zipped = (platform: 'web' | 'android') =>
    kilobytes(gzipSync(readFileSync(bundleOf(platform)), { level: 9 }).length);
  return `web ${zipped('web')}, Android ${zipped('android')} (gzip)`;
}
