export { Following } from './following.js';
export type { Story } from './story.js';
