import type { Milestone } from '@countersign/contracts';

/** Where each step is taken, for those that are taken here. */
export const places: Partial<Record<Milestone, string>> = {
  issuer_answered: '/setup/connection/new',
  connection_made: '/setup/connection/new',
  widget_seen: '/setup/install',
  proof_came_back: '/setup/connection',
  first_verified: '/connections',
  first_answer: '/conversations',
};
