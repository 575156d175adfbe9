/** What each slice brings: its routes, jobs, words and tables, gathered once and read aloud by the app, the matrix and the registers. */
import { routes as deskRoutes } from './desk/routes.ts';
import { words as deskWords } from './desk/words.ts';
import { words as formWords } from './forms/words.ts';
import { jobs as applicationJobs } from './fund/applications/jobs.ts';
import { keeping as applicationKeeping, stays as applicationStays } from './fund/applications/keeping.ts';
import { routes as applicationRoutes } from './fund/applications/routes.ts';
import { words as applicationWords } from './fund/applications/words.ts';
import { words as hoursWords } from './fund/calls/hours/words.ts';
import { jobs as callJobs } from './fund/calls/jobs.ts';
import { keeping as callKeeping, stays as callStays } from './fund/calls/keeping.ts';
import { words as openingWords } from './fund/calls/opening/words.ts';
import { routes as callRoutes } from './fund/calls/routes.ts';
import { words as callWords } from './fund/calls/words.ts';
import { keeping as checkKeeping, stays as checkStays } from './fund/checks/keeping.ts';
import { routes as checkRoutes } from './fund/checks/routes.ts';
import { words as checkWords } from './fund/checks/words.ts';
import { jobs as ballotJobs } from './fund/choosing/ballots/jobs.ts';
import { words as ballotWords } from './fund/choosing/ballots/words.ts';
import { keeping as choosingKeeping, stays as choosingStays } from './fund/choosing/keeping.ts';
import { routes as choosingRoutes } from './fund/choosing/routes.ts';
import { words as choosingWords } from './fund/choosing/words.ts';
import { words as agreementWords } from './fund/grants/agreements/words.ts';
import { jobs as grantJobs } from './fund/grants/jobs.ts';
import { keeping as grantKeeping, stays as grantStays } from './fund/grants/keeping.ts';
import { words as paymentWords } from './fund/grants/payments/words.ts';
import { routes as grantRoutes } from './fund/grants/routes.ts';
import { words as grantWords } from './fund/grants/words.ts';
import { jobs as intakeJobs } from './fund/intake/jobs.ts';
import { keeping as intakeKeeping, stays as intakeStays } from './fund/intake/keeping.ts';
import { routes as intakeRoutes } from './fund/intake/routes.ts';
import { words as intakeWords } from './fund/intake/words.ts';
import { stays as poolStays } from './fund/pool/keeping.ts';
import { routes as pastRoutes } from './fund/pool/past/routes.ts';
import { words as pastWords } from './fund/pool/past/words.ts';
import { jobs as readingJobs } from './fund/reading/jobs.ts';
import { keeping as readingKeeping, stays as readingStays } from './fund/reading/keeping.ts';
import { words as pileWords } from './fund/reading/piles/words.ts';
import { routes as readingRoutes } from './fund/reading/routes.ts';
import { words as readingWords } from './fund/reading/words.ts';
import { jobs as resultJobs } from './fund/results/jobs.ts';
import { keeping as resultKeeping } from './fund/results/keeping.ts';
import { routes as resultRoutes } from './fund/results/routes.ts';
import { words as resultWords } from './fund/results/words.ts';
import { jobs as signoffJobs } from './fund/signoff/jobs.ts';
import { keeping as signoffKeeping, stays as signoffStays } from './fund/signoff/keeping.ts';
import { routes as signoffRoutes } from './fund/signoff/routes.ts';
import { words as signoffWords } from './fund/signoff/words.ts';
import { stays as ledgerStays } from './money/ledger/keeping.ts';
import { keeping as payeeKeeping } from './money/payees/keeping.ts';
import { keeping as accountKeeping } from './people/accounts/keeping.ts';
import { routes as accountRoutes } from './people/accounts/routes.ts';
import { words as accountWords } from './people/accounts/words.ts';
import { demoRoutes } from './people/demo/routes.ts';
import { keeping as linkKeeping } from './people/links/keeping.ts';
import { routes as linkRoutes } from './people/links/routes.ts';
import { words as linkWords } from './people/links/words.ts';
import { routes as teamRoutes } from './people/team/routes.ts';
import { words as teamWords } from './people/team/words.ts';
import { stays as auditStays } from './platform/audit/keeping.ts';
import { keepingJobs } from './platform/keeping/jobs.ts';
import type { Register } from './platform/keeping/rules.ts';
import { keeping as mailKeeping, stays as mailStays } from './platform/mail/keeping.ts';
import type { Route } from './platform/web/ask.ts';
import { keeping as webKeeping, stays as webStays } from './platform/web/keeping.ts';
import { words as webWords } from './platform/web/words.ts';
import type { Job } from './platform/work.ts';
import { words as givingWords } from './site/check/words.ts';
import { routes as siteRoutes } from './site/routes.ts';
import { words as siteWords } from './site/words.ts';
import { words as uiWords } from './ui/words.ts';
import type { English } from './words/speak.ts';
import { words as wordsWords } from './words/words.ts';

export function routesOf(options: { mailFolder: string | undefined }): readonly Route[] {
  return [
    ...siteRoutes,
    ...callRoutes,
    ...applicationRoutes,
    ...accountRoutes,
    ...demoRoutes(options.mailFolder),
    ...deskRoutes,
    ...linkRoutes,
    ...teamRoutes,
    ...intakeRoutes,
    ...readingRoutes,
    ...choosingRoutes,
    ...resultRoutes,
    ...checkRoutes,
    ...signoffRoutes,
    ...grantRoutes,
    ...pastRoutes,
  ];
}

/** What every slice says about what it keeps: what goes on its day, and what stays and why. */
export const register: Register = {
  rules: [
    ...applicationKeeping,
    ...callKeeping,
    ...checkKeeping,
    ...choosingKeeping,
    ...grantKeeping,
    ...intakeKeeping,
    ...readingKeeping,
    ...resultKeeping,
    ...signoffKeeping,
    ...payeeKeeping,
    ...accountKeeping,
    ...linkKeeping,
    ...mailKeeping,
    ...webKeeping,
  ],
  stays: {
    ...applicationStays,
    ...callStays,
    ...checkStays,
    ...choosingStays,
    ...grantStays,
    ...intakeStays,
    ...poolStays,
    ...readingStays,
    ...signoffStays,
    ...ledgerStays,
    ...auditStays,
    ...mailStays,
    ...webStays,
  },
};

export function jobsOf(): readonly Job[] {
  return [
    ...callJobs,
    ...applicationJobs,
    ...intakeJobs,
    ...readingJobs,
    ...ballotJobs,
    ...resultJobs,
    ...signoffJobs,
    ...grantJobs,
    ...keepingJobs(register.rules),
  ];
}

export const allWords: Readonly<Record<string, English>> = {
  accounts: accountWords,
  applications: applicationWords,
  calls: callWords,
  checks: checkWords,
  choosing: { ...choosingWords, ...ballotWords },
  desk: deskWords,
  forms: formWords,
  giving: givingWords,
  hours: hoursWords,
  grants: { ...agreementWords, ...paymentWords, ...grantWords },
  intake: intakeWords,
  links: linkWords,
  opening: openingWords,
  past: pastWords,
  reading: { ...readingWords, ...pileWords },
  results: resultWords,
  signoff: signoffWords,
  site: siteWords,
  team: teamWords,
  ui: uiWords,
  web: webWords,
  words: wordsWords,
};
