/** What each slice brings: its routes, jobs, words and tables, gathered once and read aloud by the app, the matrix and the registers. */

import { words as deskWords } from './desk/words.ts';
import { routes as accountRoutes } from './people/accounts/routes.ts';
import { words as accountWords } from './people/accounts/words.ts';
import { demoRoutes } from './people/demo/routes.ts';
import type { Route } from './platform/web/ask.ts';
import { words as webWords } from './platform/web/words.ts';
import type { Job } from './platform/work.ts';
import { words as uiWords } from './ui/words.ts';
import type { English } from './words/speak.ts';
import { words as wordsWords } from './words/words.ts';

export function routesOf(options: { mailFolder: string | undefined }): readonly Route[] {
  return [...accountRoutes, ...demoRoutes(options.mailFolder)];
}

export function jobsOf(): readonly Job[] {
  return [];
}

export const allWords: Readonly<Record<string, English>> = {
  accounts: accountWords,
  desk: deskWords,
  ui: uiWords,
  web: webWords,
  words: wordsWords,
};
