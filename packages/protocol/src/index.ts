export {
  type CardAnswer,
  type CardMove,
  type CardStanding,
  isAnswered,
  isSettled,
  moveCard,
} from './cards/moves.js';
export { checks } from './checks/index.js';
export { type CheckList, linesOf } from './checks/list.js';
export { PROOF_LIMIT_BYTES } from './checks/size.js';
export {
  askable,
  type ConversationFacts,
  mayAnswer,
  mayAssign,
  mayReach,
  mayTake,
  mayWrite,
  type OtherEnd,
  type Refusal,
} from './conversation/rules.js';
export { codeFingerprint, fingerprint, jtiFingerprint } from './envelope/fingerprint.js';
export { keyFits, secretMembers } from './envelope/key.js';
export { addressOf } from './facts/address.js';
export { type DisplayName, displayNameOf } from './facts/display-name.js';
export { type FactsFromClaims, factsFromClaims, type MappedFacts } from './facts/from-claims.js';
export { factsFromLiveperson } from './facts/liveperson/from-token.js';
export { factsFromPage, PAGE_VALUE_LIMIT } from './facts/page.js';
export { type PanelFacts, panelFacts } from './facts/panel.js';
export { judgePush, type PushState } from './facts/push.js';
export { hintFor } from './hints.js';
export { type Admission, admitAgent, type Invitation, type Voucher } from './identity/agent-admission.js';
export {
  admits,
  assuranceAt,
  dueFrom,
  GRACE_MS,
  graceUntil,
  isVerified,
  type SessionTimes,
} from './identity/assurance.js';
export { type EmailAuthority, isAuthoritativeEmail } from './identity/authoritative-email.js';
export { type Authentication, canProve, type Demands, demanding, meets } from './identity/demands.js';
export { sameInFront } from './identity/in-front.js';
export { type AnonymousPast, MERGE_WINDOW_MS, mayOffer, OFFER_MS } from './identity/merge.js';
export { logoutChecks } from './logout/checks.js';
export type { LogoutClaims } from './logout/claims.js';
export { type LogoutJudgement, type VerifyLogout, verifyLogout } from './logout/verify-logout.js';
export { codeChallengeOf } from './oidc/pkce.js';
export {
  type Discovery,
  type ProviderAnswer,
  readDiscovery,
  readKeys,
  readRenewedTokens,
  readTokens,
  readUserinfo,
} from './oidc/responses.js';
export {
  basicCredentials,
  type CheckedCode,
  type CodeAnswer,
  checkCode,
  checkRedirectUri,
  checkResponseIssuer,
  refreshForm,
  tokenForm,
} from './oidc/token-request.js';
export { isOriginPattern, type OriginRules, originAllowed } from './origins.js';
export * from './policy.js';
export { type JudgePossession, judgePossession, type Possession } from './possession/judge.js';
export { accepted, type Outcome, type Rejection, refused, reject } from './rejection.js';
export type { Before } from './renewal/checks.js';
export { renewableUntil } from './renewal/limits.js';
export { type VerifyRenewal, verifyRenewal } from './renewal/verify-renewal.js';
export type { Circumstances, Surroundings } from './repair/circumstances.js';
export { repairFor } from './repair/repair.js';
export { shownToken } from './repair/shown-token.js';
export { type FormerKey, findSigner, type Signer } from './repair/signer.js';
export { readUnbelieved, type Unbelieved } from './repair/unbelieved.js';
export { shellSteps, stepFailed, stepNotTried, stepPassed, type TraceInput, traceOf } from './trace.js';
export { type Judgement, type JudgeProof, judgeProof, withSkipped } from './verifier/judge.js';
export { type OpenedProof, type OpenProof, openProof, type Unopened } from './verifier/open.js';
export { type KeySource, type VerifyProof, verifyProof } from './verifier/verify.js';
export { judgeWithoutAttempt, withoutAttempt } from './verifier/without-attempt.js';
