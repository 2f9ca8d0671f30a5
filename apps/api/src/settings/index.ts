export { AgentsDirectory } from './agents-directory.js';
export { ApiKeyMaker } from './api-key-maker.js';
export { brandErrors, type RuleError, slugErrors, wrongWith } from './brand-rules.js';
export { BrandTurns } from './brand-turns.js';
export { BrandWriter, type ConnectionSaid, type IssuerSaid } from './brand-writer.js';
export { shownKey, storedKey, wrongWithKey } from './pasted-key.js';
export { SettingsModule } from './settings.module.js';
export { TrustService, trustOf } from './trust.service.js';
