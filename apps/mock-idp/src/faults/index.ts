export type { Bent } from './bend.js';
export { catalogue, type FaultName, isFault } from './catalogue.js';
export type { Expected } from './fault.js';
export { Faults } from './faults.js';
export {
  type Aim,
  type ArmedFault,
  type FaultInput,
  faultInput,
  type ListedFault,
  type ReadFaultInput,
} from './input.js';
export { listed } from './list.js';
