export { type Endpoint, type Outage, type OutageInput, Outages, outage } from './outages.js';
