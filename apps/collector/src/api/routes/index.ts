// All routes of the collector; one list an area.
import type { Route } from '../route.ts';
import { aboutRoutes } from './about.ts';
import { alertRoutes } from './alerts.ts';
import { apiTokenRoutes } from './api-tokens.ts';
import { auditLogRoutes } from './audit-log.ts';
import { enrolmentTokenRoutes } from './enrolment-tokens.ts';
import { exportRoutes } from './exports.ts';
import { fleetRoutes } from './fleet.ts';
import { healthRoutes } from './health.ts';
import { hostAdmissionRoutes } from './host-admission.ts';
import { hostRoutes } from './hosts.ts';
import { intakeRoutes } from './intake.ts';
import { oidcRoutes } from './oidc.ts';
import { openApiRoute } from './openapi.ts';
import { ruleRoutes } from './rules.ts';
import { sessionRoutes } from './session.ts';
import { settingsRoutes } from './settings.ts';
import { userRoutes } from './users.ts';
import { waiverRoutes } from './waivers.ts';

const declared = [
  ...aboutRoutes,
  ...apiTokenRoutes,
  ...auditLogRoutes,
  ...enrolmentTokenRoutes,
  ...healthRoutes,
  ...hostAdmissionRoutes,
  ...intakeRoutes,
  ...oidcRoutes,
  ...sessionRoutes,
  ...settingsRoutes,
  ...userRoutes,
  ...alertRoutes,
  ...exportRoutes,
  ...fleetRoutes,
  ...hostRoutes,
  ...ruleRoutes,
  ...waiverRoutes,
];

/** Each route with its own types. */
export type DeclaredRoute = (typeof declared)[number];

export const routes: readonly Route[] = [openApiRoute(() => routes), ...declared];
