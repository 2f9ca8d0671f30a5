export { AuditModule } from './audit.module.js';
export { AuditRepository, addAudit, insertingAudit } from './audit.repository.js';
export { AuditService } from './audit.service.js';
export type { Action, Actor, Audited } from './audited.js';
export type { Head } from './chain.js';
