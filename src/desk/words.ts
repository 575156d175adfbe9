/** What the frame and the desk say. */
import type { English } from '../words/speak.ts';

export const words = {
  'desk.nav.today': 'Today',
  'desk.nav.applications': 'Applications',
  'desk.nav.links': 'My links',
  'desk.nav.pile': 'My pile',
  'desk.nav.readers': 'Readers',
  'desk.nav.table': 'Meetings',
  'desk.nav.letters': 'Letters',
  'desk.nav.checks': 'Checks',
  'desk.nav.signoff': 'Sign-off',
  'desk.nav.money': 'Money',
  'desk.nav.pool': 'The pool',
  'desk.made.up': 'This fund and everyone in it are made up, to show how it works.',
} as const satisfies English;
