/** Paths of applications, gathered from their nouns. */
import type { Route } from '../../platform/web/ask.ts';
import { afterwardsRoutes } from './afterwards/routes.ts';
import { answerRoutes } from './answers/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { openingRoutes } from './opening/routes.ts';
import { overviewRoutes } from './overview/routes.ts';
import { sendingRoutes } from './sending/routes.ts';

export const routes: readonly Route[] = [
  ...draftRoutes,
  ...openingRoutes,
  ...overviewRoutes,
  ...answerRoutes,
  ...sendingRoutes,
  ...afterwardsRoutes,
];
