import { existsSync } from 'node:fs';
import { environment } from '../env.js';
import { type Ask, authorityFile, credentialsIn, hosts, type Store, storesOf } from '../https/index.js';
import { run } from './run.js';

const help = `npm run https [-- trust | untrust]

Without a word it says what trusts the authority of \`npm start -- --https\`. That authority was made on this machine, its key lies in
.data/tls and is its owner's alone, and it can vouch for localhost and names under it, for nothing else. trust adds it to the stores of this
user's browsers, and to the system's where you may; untrust takes it out of them again. Restart the browser after either.
`;
const say = (line: string) => process.stdout.write(`${line}\n`);

const ask: Ask = async (command, ...args) => {
  const { code, output } = await run(command, args);
  if (code !== 0) throw new Error(output.trim() || `${command} answered ${code}`);
  return output;
};

const stores = (file: string): readonly Store[] => {
  const { platform, getuid } = process;
  return storesOf({ platform, home: environment.inherited.HOME, isRoot: getuid?.() === 0 }, file, ask);
};

async function status(file: string): Promise<number> {
  if (!existsSync(file)) {
    say('There is no authority yet: `npm run https -- trust` makes it, and so does `npm start -- --https`.');
    return 0;
  }
  say(`The authority is ${file}.`);
  for (const store of stores(file)) {
    const why = await store.unavailable();
    say(
      `  ${store.name}: ${(await store.holds()) ? 'trusts it' : `does not trust it${why ? ` (${why})` : ''}`}`,
    );
  }
  return 0;
}

/** Does it in every store it can, and says of each what came of it. Fails when none could. */
async function everywhere(file: string, how: 'add' | 'remove'): Promise<number> {
  let done = 0;
  for (const store of stores(file)) {
    const why = await store.unavailable();
    if (why !== undefined) {
      say(`  ${store.name}: left as it is, ${why}`);
      continue;
    }
    try {
      await store[how]();
      done += 1;
      say(`  ${store.name}: ${how === 'add' ? 'trusts it now' : 'trusts it no more'}`);
    } catch (error) {
      say(`  ${store.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  say(done > 0 ? 'Restart the browser for it to notice.' : 'Nothing was changed.');
  return done > 0 ? 0 : 1;
}

/** `npm run https`: who trusts the authority of this machine, and who is to. */
export async function https([word, ...rest]: readonly string[]): Promise<number> {
  const file = authorityFile(environment.tlsDir);
  if (word === undefined) return status(file);
  if (rest.length === 0 && word === 'trust') {
    await credentialsIn(environment.tlsDir, Object.values(hosts));
    say(`Adding the authority ${file}, which can vouch for localhost and names under it only:`);
    return everywhere(file, 'add');
  }
  if (rest.length === 0 && word === 'untrust') {
    if (!existsSync(file)) return status(file);
    say('Taking the authority out again:');
    return everywhere(file, 'remove');
  }
  process.stdout.write(help);
  return word === '--help' ? 0 : 1;
}
