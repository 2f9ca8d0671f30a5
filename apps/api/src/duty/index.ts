export { DutyModule } from './duty.module.js';
export { DutyService } from './duty.service.js';
