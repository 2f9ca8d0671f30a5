import { readFileSync } from 'node:fs';
import { type Config, controlIsOpen, readConfig } from '../env.js';
import { makeLog } from '../log.js';
import { type RunningMockIdp, type StartOptions, startMockIdp } from '../start.js';
import { greet } from './greet.js';
import { help } from './options.js';
import { readArguments, spokenBy } from './read.js';

const version = (): string => {
  const { version: said } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  return said;
};

/** What the file says, or the variable that holds its text. */
async function seedOf({
  MOCK_IDP_CONFIG: file,
  MOCK_IDP_CONFIG_INLINE: text,
}: Config): Promise<StartOptions> {
  if (file === undefined && text === undefined) return {};
  const { readConfigFile, readConfigText } = await import('../config/index.js');
  if (file !== undefined) return readConfigFile(file);
  return readConfigText(text ?? '', 'MOCK_IDP_CONFIG_INLINE');
}

/** The whole command. Answers the stand-in it started, or nothing when it only had something to say. */
export async function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<RunningMockIdp | undefined> {
  const called = readArguments(args);
  if (called.kind !== 'start') {
    process.stdout.write(called.kind === 'help' ? help : `${version()}\n`);
    return undefined;
  }
  const { variables } = called;
  const config = readConfig({ ...env, ...variables }, spokenBy(variables));
  const log = await makeLog(config.LOG_LEVEL);
  const asGoogle = config.MOCK_IDP_AS_GOOGLE === 'on';
  const idp = await startMockIdp({
    ...(await seedOf(config)),
    port: config.PORT,
    host: config.HOST,
    publicUrl: config.PUBLIC_URL,
    backchannelUrl: config.BACKCHANNEL_URL,
    control: controlIsOpen(config),
    dataFolder: config.MOCK_IDP_DATA,
    https: config.MOCK_IDP_HTTPS === 'on',
    asGoogle,
    log,
  });
  greet(idp, asGoogle, log);
  return idp;
}
