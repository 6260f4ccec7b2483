// The roles of people and tokens: each may do what the one before may.
import * as v from 'valibot';
import type { Role } from '../store/schema.ts';

export const roles = ['viewer', 'operator', 'administrator'] as const satisfies readonly Role[];
export const roleSchema = v.picklist(roles);

export function isAtLeast(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
