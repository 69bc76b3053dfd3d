import type { Role } from '../report';

/**
 * Roles that stand side by side although reports cut them differently: one report lists its ten livelihood
 * projects apart, another has them in the plan. A passage is never paired across the past and the future
 * unless it is nearly word for word the same.
 */
export const STAGES: Readonly<Record<Role, Role>> = {
  front: 'front',
  review: 'review',
  'five-year': 'five-year',
  requirements: 'requirements',
  principles: 'requirements',
  targets: 'requirements',
  plan: 'plan',
  livelihood: 'plan',
  closing: 'closing',
  credits: 'credits',
};
