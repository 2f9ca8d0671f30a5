/** What the command takes, in the order its help says it. Each is a variable of the environment by another name. */
export const options = {
  port: { variable: 'PORT', value: 'N', says: 'the port to listen on; 0 takes any free one (4000)' },
  host: { variable: 'HOST', value: 'ADDRESS', says: 'the address to listen on (127.0.0.1)' },
  'public-url': {
    variable: 'PUBLIC_URL',
    value: 'URL',
    says: 'how browsers and clients reach it (http://localhost:<port>)',
  },
  'backchannel-url': {
    variable: 'BACKCHANNEL_URL',
    value: 'URL',
    says: 'how servers reach it, where they cannot by the public one',
  },
  config: {
    variable: 'MOCK_IDP_CONFIG',
    value: 'FILE',
    says: 'people, clients and issuers, as YAML or JSON',
  },
  https: { variable: 'MOCK_IDP_HTTPS', says: 'HTTPS, by an authority of its own' },
  'as-google': { variable: 'MOCK_IDP_AS_GOOGLE', says: 'answer as the four hosts of Google too, by HTTPS' },
  control: {
    variable: 'MOCK_IDP_CONTROL',
    value: 'on|off|anywhere',
    says: 'the control API; on is for this machine (on, unless NODE_ENV is production)',
  },
  data: {
    variable: 'MOCK_IDP_DATA',
    value: 'DIR',
    says: 'keep keys and certificates here between starts',
  },
  namespaces: {
    variable: 'MOCK_IDP_NAMESPACES',
    value: 'N',
    says: 'how many namespaces there is room for (200)',
  },
  'log-level': {
    variable: 'LOG_LEVEL',
    value: 'LEVEL',
    says: 'silent, error, warn, info, debug or trace (info)',
  },
} as const satisfies Record<string, { variable: string; value?: string; says: string }>;

export type OptionName = keyof typeof options;

/** `--port N`. */
const used = ([name, option]: [string, (typeof options)[OptionName]]): string =>
  `--${name}${'value' in option ? ` ${option.value}` : ''}`;

const lines = Object.entries(options).map(
  (entry) => `  ${used(entry).padEnd(28)}${entry[1].says}  [${entry[1].variable}]`,
);

export const help = `countersign-mock-idp: OpenID Connect providers for development and tests

Usage: countersign-mock-idp [options]

${lines.join('\n')}
  ${'--help'.padEnd(28)}this
  ${'--version'.padEnd(28)}which one this is

In brackets stands the variable of the environment that says the same; an option goes before it.
MOCK_IDP_CONFIG_INLINE takes what would stand in the file.
`;
