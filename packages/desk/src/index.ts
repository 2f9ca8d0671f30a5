export { Desk, type DeskOptions, type Ledger } from './desk.js';
