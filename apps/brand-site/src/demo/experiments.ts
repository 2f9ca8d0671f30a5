/** Four ways to try to fool the house, or to watch it live. The drawer runs them; the lobby tells what to expect. */
export const experiments = [
  {
    key: 'impostor',
    name: 'Impostor',
    expect:
      'The page claims to be Ben, tick mark and all. The agent sees it as the page’s word; the seal stays with Ada.',
    outcome: 'Refuses nothing, believes nothing',
  },
  {
    key: 'forge',
    name: 'Forge a byte',
    expect: 'One byte of the signature changes on its way through the browser. The proof is refused.',
    outcome: 'signature_invalid',
  },
  {
    key: 'replay',
    name: 'Replay',
    expect:
      'The code that signed Ada in comes again, from another browser key. It counted once: nobody asks the provider.',
    outcome: 'code_replayed',
  },
  {
    key: 'pay',
    name: 'Pay the bill',
    expect: 'Ada pays at the shop. The bill turns to paid in the agent’s panel while they talk.',
    outcome: 'A verified fact changes live',
  },
] as const;

export type ExperimentKey = (typeof experiments)[number]['key'];

export const isExperiment = (key: unknown): key is ExperimentKey =>
  experiments.some((one) => one.key === key);
