// All routes of the collector; one list an area.
import type { Route } from '../route.ts';
import { aboutRoutes } from './about.ts';
import { apiTokenRoutes } from './api-tokens.ts';
import { auditLogRoutes } from './audit-log.ts';
import { enrolmentTokenRoutes } from './enrolment-tokens.ts';
import { healthRoutes } from './health.ts';
import { hostAdmissionRoutes } from './host-admission.ts';
import { intakeRoutes } from './intake.ts';
import { oidcRoutes } from './oidc.ts';
import { openApiRoute } from './openapi.ts';
import { sessionRoutes } from './session.ts';
import { settingsRoutes } from './settings.ts';
import { userRoutes } from './users.ts';

export const routes: readonly Route[] = [
  openApiRoute(() => routes),
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
];
