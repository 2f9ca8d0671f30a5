export { AgentsDirectory } from './agents-directory.js';
export { OperatorModule } from './operator.module.js';
