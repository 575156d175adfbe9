/** The hours of reading, in words. */
import type { English } from '../../../words/speak.ts';

export const words = {
  'hours.title': 'Hours of reading',
  'hours.lede': 'Before a call opens, we ask whether people can bear the reading.',
  'hours.offered':
    '.input {$hours :number} .match $hours 0 {{People offered 0 hours.}} one {{People offered one hour.}} * {{People offered {$hours} hours.}}',
  'hours.counted':
    '.input {$silent :integer} .match $silent one {{For one member who has not said, we count the {$hours} the fund planned.}} * {{For {$silent} members who have not said, we count the {$hours} the fund planned.}}',
  'hours.share': 'Reading would take {$percent}% of these hours.',
  'hours.nothing': 'Nobody has offered hours yet.',
  'hours.fits': 'The hours reach.',
  'hours.fits.counted': 'The hours reach if all who have not said give what the fund planned.',
  'hours.few':
    '{$said :integer} of {$members :integer} members have said their hours. To open the call, it takes {$enough :integer}, or a yes from the group to a way of reading.',
  'hours.over':
    'A call cannot open on this. There are three ways out: members offer more hours, the team expects less, or the group says yes to a way of reading.',
  'hours.agreed': 'The group said yes to this on {$day}.',
  'hours.agreed.not-enough': 'The group said yes on {$day}, to less reading or with more hours than there are now.',
  'hours.way.all-at-once': '{$n} readers for each application, at once',
  'hours.way.third-where-needed': '{$n} readers first, and one more where it helps',
  'hours.way.all-at-once.why': 'Every application is read by the same number of people.',
  'hours.way.third-where-needed.why':
    'One more person reads where two readers see it very differently, or where it is close. We count with half of the applications.',
  'hours.way.takes': '{$needed} hours, of {$offered} that people offered: {$percent}%.',
  'hours.way.takes.counted':
    '{$needed} hours, of {$all}: people offered {$offered}, and {$counted} are counted for those who have not said. That is {$percent}%.',
  'hours.way.takes.none': '{$needed} hours. Nobody offers hours yet.',
  'hours.way.now': 'How we read now',

  'hours.mine': 'My hours',
  'hours.mine.label': 'Hours I can give to reading in this round',
  'hours.mine.hint': 'You can put 0. Nobody asks why. You can change it later.',
  'hours.mine.not-said': 'You have not said yet. Until you do, we count with {$hours}.',
  'hours.mine.keep': 'Keep my hours',
  'hours.mine.capped': 'Nobody reads an application twice, so we count {$hours} of these hours.',
  'hours.mine.holds':
    '.input {$n :integer} .match $n 0 {{You read none in this round. That is fine.}} one {{That is enough to read one application.}} * {{That is enough to read {$n} applications.}}',

  'hours.question': 'A question to the group',
  'hours.question.asked': 'Can we read like this?',
  'hours.question.counts':
    '{$yes :integer} of {$members :integer} members say yes, {$no :integer} say no. It is agreed when {$enough :integer} say yes.',
  'hours.question.mine.yes': 'You said yes. You can change it until it is agreed.',
  'hours.question.mine.no': 'You said no. You can change it until it is settled.',
  'hours.question.yes': 'Yes, we can',
  'hours.question.no': 'No, it is too much',
  'hours.question.back': 'Take the question back',
  'hours.question.none': 'The group is not being asked anything now.',
  'hours.question.ask': 'Ask the group about this way',
  'hours.question.settled': 'This question has ended. Here is where it stands now.',
  'hours.question.already': 'The group is being asked already. Take that question back first.',

  'hours.figures': 'What we expect',
  'hours.figures.applications': 'Applications we expect',
  'hours.figures.minutes': 'Minutes for one reading',
  'hours.figures.keep': 'Keep these numbers',
  'hours.facts.members': 'Members',
  'hours.facts.said': 'Members who have said their hours',
  'hours.facts.offered': 'Hours offered',
  'hours.facts.counted': 'Hours counted for those who have not said',
  'hours.facts.even': 'Readings each, if shared evenly',
  'hours.facts.carries': 'Applications the hours would carry',
  'hours.problem.hours': 'Please write whole or half hours, such as 12 or 7.5.',
  'hours.problem.applications': 'Please write a whole number, 1 or more.',
  'hours.problem.minutes': 'Please write whole minutes, from 1 to 600.',
  'hours.to-call': 'The open call',
} as const satisfies English;
