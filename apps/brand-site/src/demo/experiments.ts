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
      'A proof that was used once comes again from another browser key. It was made for another attempt: refused.',
    outcome: 'nonce_mismatch',
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
