export * from './assurance.js';
export * from './facts/catalogue.js';
export * from './facts/fact.js';
export * from './facts/values.js';
export * from './page.js';
export * from './reasons.js';
export * from './tokens.js';
export * from './verdict.js';
