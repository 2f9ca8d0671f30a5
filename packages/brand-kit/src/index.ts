export type { ActionAnswer, BillCard, OfferCard, Receipt } from '@countersign/claims';
export type { Action } from './actions/action.js';
export { type ActionHandlerOptions, actionHandler } from './actions/action-handler.js';
export { type Answers, memoryAnswers } from './actions/answers.js';
export { type Attempt, attempt, type Proof } from './attempt.js';
export * from './authorization/index.js';
export { type BackChannelOptions, createBackChannelCodeSource } from './back-channel.js';
export {
  type Countersign,
  type CountersignOptions,
  CountersignProblem,
  createCountersign,
  type FactsPush,
} from './countersign.js';
export { type EncryptionKeySource, encryptionKeyFrom } from './encryption-keys.js';
export {
  createEnvelopeMinter,
  type Envelope,
  type EnvelopeMinter,
  type EnvelopeOptions,
  jwksOf,
} from './envelope.js';
export { LoginRequired } from './login-required.js';
export { type AppProofHandlerOptions, appProofHandler } from './proof/app-proof-handler.js';
export { type ProofHandlerOptions, proofHandler } from './proof/proof-handler.js';
