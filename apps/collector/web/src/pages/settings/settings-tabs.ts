// The parts of the settings, and who may see each.
import type { Role } from '../../api/types.ts';

export const settingsTabs = [
  { id: 'enrolment', needs: 'administrator' },
  { id: 'waiting', needs: 'viewer' },
  { id: 'alerts', needs: 'administrator' },
  { id: 'people', needs: 'administrator' },
  { id: 'api-tokens', needs: 'administrator' },
  { id: 'data', needs: 'viewer' },
  { id: 'audit', needs: 'administrator' },
  { id: 'about', needs: 'viewer' },
] as const satisfies readonly { id: string; needs: Role }[];

export type SettingsTab = (typeof settingsTabs)[number]['id'];
