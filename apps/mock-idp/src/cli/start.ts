import { type Config, controlIsOpen, readConfig } from '../env.js';
import { makeLog } from '../log.js';
import { type RunningMockIdp, type StartOptions, startMockIdp } from '../start.js';
import { greet } from './greet.js';
import { spokenBy } from './read.js';

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

/** The stand-in that arguments and environment describe; an argument goes before a variable. */
export async function start(
  env: NodeJS.ProcessEnv,
  variables: Readonly<Record<string, string>>,
): Promise<RunningMockIdp> {
  const config = readConfig({ ...env, ...variables }, spokenBy(variables));
  const log = await makeLog(config.LOG_LEVEL);
  const { MOCK_IDP_NAMESPACES: namespaces } = config;
  const control = controlIsOpen(config);
  const asGoogle = config.MOCK_IDP_AS_GOOGLE === 'on';
  const idp = await startMockIdp({
    ...(await seedOf(config)),
    ...(namespaces !== undefined && { namespaces }),
    port: config.PORT,
    host: config.HOST,
    publicUrl: config.PUBLIC_URL,
    backchannelUrl: config.BACKCHANNEL_URL,
    control,
    dataFolder: config.MOCK_IDP_DATA,
    https: config.MOCK_IDP_HTTPS === 'on',
    asGoogle,
    log,
  });
  greet(idp, { asGoogle, control }, log);
  return idp;
}
