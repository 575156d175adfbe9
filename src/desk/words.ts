/** What the frame and the desk say. */
import type { English } from '../words/speak.ts';

export const words = {
  'desk.nav.today': 'Today',
  'desk.nav.applications': 'Applications',
  'desk.nav.links': 'My links',
  'desk.nav.late': 'Late',
  'desk.nav.corrections': 'Links',
  'desk.nav.pile': 'My pile',
  'desk.nav.call': 'The call',
  'desk.nav.hours': 'Hours',
  'desk.nav.readers': 'Readers',
  'desk.nav.table': 'Meetings',
  'desk.nav.letters': 'Letters',
  'desk.nav.checks': 'Checks',
  'desk.nav.signoff': 'Sign-off',
  'desk.nav.money': 'Money',
  'desk.nav.pool': 'The pool',
  'desk.nav.people': 'People',
  'desk.nav.me': 'About me',
  'desk.made.up': 'This fund and everyone in it are made up, to show how it works.',
  'desk.title': 'Today',
  'desk.hello': 'Hello, {$name}! This is what waits for you.',
  'desk.nothing': 'Nothing waits for you. When something does, it comes here.',
  'desk.waits.first-look':
    '.input {$count :integer} .match $count one {{One application waits for a first look}} * {{{$count} applications wait for a first look}}',
  'desk.waits.second-look':
    '.input {$count :integer} .match $count one {{One application waits for your second look}} * {{{$count} applications wait for your second look}}',
  'desk.waits.late':
    '.input {$count :integer} .match $count one {{One group asks to be let in late}} * {{{$count} groups ask to be let in late}}',
  'desk.waits.read':
    '.input {$count :integer} .match $count one {{One application is in your pile}} * {{{$count} applications are in your pile}}',
  'desk.waits.answer':
    '.input {$count :integer} .match $count one {{The group is being asked about a set}} * {{The group is being asked about {$count} sets}}',
  'desk.waits.hours': 'The group is being asked about the hours of reading',
  'desk.waits.say-hours': 'Say how many hours you can read',
  'desk.waits.readers':
    '.input {$count :integer} .match $count one {{One application needs readers}} * {{{$count} applications need readers}}',
  'desk.waits.asked':
    '.input {$count :integer} .match $count one {{One person waits for your yes}} * {{{$count} people wait for your yes}}',
  'desk.waits.opening': 'The call is planned and waits to be opened',
  'desk.waits.worries':
    '.input {$count :integer} .match $count one {{One quiet worry waits to be heard}} * {{{$count} quiet worries wait to be heard}}',
  'desk.waits.letters':
    '.input {$count :integer} .match $count one {{One letter waits to be checked}} * {{{$count} letters wait to be checked}}',
  'desk.waits.checks':
    '.input {$count :integer} .match $count one {{One chosen group waits for its checks}} * {{{$count} chosen groups wait for their checks}}',
  'desk.waits.signoff':
    '.input {$count :integer} .match $count one {{One grant waits for the board}} * {{{$count} grants wait for the board}}',
  'desk.waits.prepare':
    '.input {$count :integer} .match $count one {{One first payment can be prepared}} * {{{$count} first payments can be prepared}}',
  'desk.waits.approve':
    '.input {$count :integer} .match $count one {{One payment waits for your yes}} * {{{$count} payments wait for your yes}}',
  'desk.waits.release':
    '.input {$count :integer} .match $count one {{One payment can be sent at the bank}} * {{{$count} payments can be sent at the bank}}',
} as const satisfies English;
