/** Every address of intake. */
import type { Route } from '../../platform/web/ask.ts';
import { routes as board } from './board/routes.ts';
import { routes as cases } from './cases/routes.ts';
import { routes as duplicates } from './duplicates/routes.ts';
import { routes as late } from './late/routes.ts';
import { routes as replies } from './replies/routes.ts';

export const routes: readonly Route[] = [...board, ...cases, ...late, ...duplicates, ...replies];
