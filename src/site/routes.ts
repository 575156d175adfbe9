/** Every page the public can open without being known, beside those of the open call. */
import type { Route } from '../platform/web/ask.ts';
import { routes as awardRoutes } from './awards/routes.ts';
import { routes as checkRoutes } from './check/routes.ts';
import { routes as fundRoutes } from './fund/routes.ts';
import { routes as noticeRoutes } from './notices/routes.ts';
import { routes as openDataRoutes } from './open-data/routes.ts';
import { routes as serviceRoutes } from './service/routes.ts';

export const routes: readonly Route[] = [
  ...fundRoutes,
  ...awardRoutes,
  ...openDataRoutes,
  ...checkRoutes,
  ...noticeRoutes,
  ...serviceRoutes,
];
