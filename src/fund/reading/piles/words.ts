/** What the team reads about piles, plans and hours of reading. */
import type { English, Say } from '../../../words/speak.ts';

export const words = {
  'reading.piles.title': 'Readers and piles',
  'reading.piles.lede':
    'Nobody reads a group they have a close link to. Whoever only knows of a group may read it. Everyone reads in step with their hours.',
  'reading.piles.make': 'Work out who reads what',
  'reading.piles.fill': 'Work out who reads the rest',
  'reading.piles.see': 'See the plan',
  'reading.piles.stands.waits': 'A plan waits for you. Nobody has anything new to read until you say yes to it.',
  'reading.piles.stands.waits-further':
    'A plan for one more reader waits for you. Nobody has anything new to read until you say yes to it.',
  'reading.piles.stands.working': 'A plan is being worked out. Look at it in a moment.',
  'reading.piles.stands.cut-off':
    'The working out of a plan was cut off. It is taken up again by itself within a minute.',
  'reading.piles.stands.impossible':
    'There is no plan yet that gives every application its readers. Look at what stands in the way.',
  'reading.piles.stands.old': 'Something is not as it was when the plan was made. Work it out again.',
  'reading.piles.stands.elsewhere': 'There is a plan. Someone else on the team looks after it.',
  'reading.piles.stands.nobody': 'Nobody on the team can see this whole plan, so none can say yes to it.',
  'reading.piles.stands.choosing': 'The group has begun to choose, so nobody reads anything new now.',
  'reading.piles.given':
    '.input {$count :integer} .match $count 0 {{Nothing could be given now. Nobody who is free may read what is left.}} one {{One reading was given just now.}} * {{{$count} readings were given just now.}}',
  'reading.piles.given.nothing': 'Nothing was left to give.',
  'reading.piles.given.later': 'We are looking for readers. Look again in a moment.',
  'reading.piles.hours': 'Hours of reading',
  'reading.piles.lacking':
    '.input {$count :integer} .match $count 0 {{Everything is given out.}} one {{One application lacks a reader.}} * {{{$count} applications lack readers.}}',
  'reading.piles.nothing':
    'Nothing is ready to be read yet. It begins when the call has closed and two people have looked.',
  'reading.piles.loads': 'How much each person reads',
  'reading.piles.reader': 'Reader',
  'reading.piles.offers': 'Readings there is time for',
  'reading.piles.load': 'Reads',
  'reading.piles.who': 'Who reads what',
  'reading.piles.application': 'Application',
  'reading.piles.readers': 'Readers',
  'reading.piles.done': 'finished',
  'reading.piles.lacks':
    '.input {$count :integer} .match $count one {{One reader is missing.}} * {{{$count} readers are missing.}}',
  'reading.piles.asks': 'Questions readers have',
  'reading.piles.translations': 'Translations to check',
  'reading.piles.worries': 'Quiet worries',

  'reading.further.title': 'Where one more reader helps',
  'reading.further.lede':
    'Each of these has its first readings. One more helps the group to see it clearly. The list says nothing about how good they are.',
  'reading.further.disagree': 'Its readers see it differently.',
  'reading.further.near': 'The money may run out near this one.',
  'reading.further.none': 'Nowhere just now.',
  'reading.further.open':
    '.input {$count :integer} .match $count one {{One first reading is not finished yet.}} * {{{$count} first readings are not finished yet.}}',
  'reading.further.go.on': 'Go on with what is in',
  'reading.further.agreed':
    '.input {$count :integer} .match $count one {{One application was given one more reader.}} * {{{$count} applications were given one more reader each.}}',
  'reading.further.without':
    '.input {$count :integer} .match $count one {{The hours left do not reach for one of them. It stays with its first readings.}} * {{The hours left do not reach for {$count} of them. They stay with their first readings.}}',
  'reading.further.ask':
    '.input {$count :integer} .match $count one {{Work out who reads it}} * {{Work out who reads {$count} of them}}',

  'reading.plan.title': 'The plan: who would read what',
  'reading.plan.lede': 'Nobody has anything new to read yet. Look at it, change it by hand, then say yes.',
  'reading.plan.none': 'There is no plan yet.',
  'reading.plan.elsewhere': 'Someone else on the team looks after this plan.',
  'reading.plan.working': 'The plan is being worked out. This takes a few seconds, or half a minute in a large round.',
  'reading.plan.look': 'Look again',
  'reading.plan.accepted': 'The team said yes on {$day}. Everyone has their pile.',
  'reading.plan.changed':
    'Something is not as it was when this plan was made. Maybe a link was told, a pair was set, hours changed, someone stepped back, or a group left. Work it out again.',
  'reading.plan.best': 'This is the best plan there is. The proof is below, for those who want to check.',
  'reading.plan.near': 'This is the best plan found in the time. There may be one that fits a little better.',
  'reading.plan.changed.less':
    'You changed this plan by hand. It fits a little less well than the best one ({$total} of {$best}). That is fine if you had a reason.',
  'reading.plan.changed.worst':
    'You changed this plan by hand. One application now has readers who fit it less well than in the best plan. That is fine if you had a reason.',
  'reading.plan.changed.same': 'You changed this plan by hand. It fits as well as the best one.',
  'reading.plan.nothing.new': 'This plan gives nobody anything new. Everything is given out.',
  'reading.plan.plain.readers':
    '.input {$count :integer} .input {$each :integer} .match $count $each one 1 {{One application, one reader.}} one 2 {{One application, two readers.}} one 3 {{One application, three readers.}} one * {{One application, {$each} readers.}} * 1 {{{$count} applications, one reader each.}} * 2 {{{$count} applications, two readers each.}} * 3 {{{$count} applications, three readers each.}} * * {{{$count} applications, {$each} readers each.}}',
  'reading.plan.plain.readers.range': '{$count} applications, {$amount} readers each.',
  'reading.plan.plain.loads': 'Everyone reads {$amount}.',
  'reading.plan.plain.loads.some':
    '.input {$people :integer} .match $people one {{One person reads {$amount}. The others read nothing.}} * {{{$people} people read {$amount} each. The others read nothing.}}',
  'reading.plan.plain.languages': 'Where answers are in another language, somebody reads it.',
  'reading.plan.plain.languages.some':
    '.input {$count :integer} .match $count one {{One application is in a language that none of its readers reads. The checked English helps there.}} * {{{$count} applications are in a language that none of their readers reads. The checked English helps there.}}',
  'reading.plan.plain.full':
    '.input {$count :integer} .match $count one {{One application could have had a reader who fits better, but that pile was full.}} * {{{$count} applications could have had a reader who fits better, but those piles were full.}}',
  'reading.plan.or': '{$least} or {$most}',
  'reading.plan.at': 'Goal {$place} of {$all}: {$goal}',
  'reading.plan.at.first': 'It begins in a moment.',
  'reading.plan.at.total': 'a first plan that keeps every rule.',
  'reading.plan.at.worst': 'the worst-covered application as high as it goes.',
  'reading.plan.at.level': 'everyone in step with their hours.',
  'reading.plan.at.tie': 'a draw between equal plans.',
  'reading.plan.at.costs': 'what each rule costs.',
  'reading.plan.stop': 'Stop',
  'reading.plan.by.itself': 'This page looks again every {$seconds} seconds. {#link}Keep it still{/link}',
  'reading.plan.stopped': 'This plan was not worked out to the end. You can ask again.',
  'reading.plan.stopped.by.hand': 'Someone on the team pressed stop. You can ask again.',
  'reading.plan.cut.off':
    'The working out was cut off. It is taken up again by itself within a minute. You can also ask again now.',
  'reading.plan.second':
    '.input {$count :integer} .match $count one {{This plan asks one more person to read one application.}} * {{This plan asks one more person to read each of {$count} applications.}}',
  'reading.plan.let.go': 'Worked out without asking for: {$rules}.',
  'reading.plan.unsaid': 'Nobody has said yet that they know {$strength}. So no application waits for that.',
  'reading.plan.without': 'Work it out without asking for {$rule}',
  'reading.plan.infeasible': 'Not everything can have its readers yet',
  'reading.plan.way': 'What stands in the way',
  'reading.plan.way.short':
    '.input {$needed :integer} .match $needed one {{One reading is needed for {$applications}. Free for this: {$readers}. Together they can give {$available}.}} * {{{$needed} readings are needed for {$applications}. Free for this: {$readers}. Together they can give {$available}.}}',
  'reading.plan.way.rules':
    '.input {$needed :integer} .match $needed one {{One reading is needed for {$applications}. Free for this: {$readers}. They cannot give it while every other rule holds.}} * {{{$needed} readings are needed for {$applications}. Free for this: {$readers}. They cannot give all of that while every other rule holds.}}',
  'reading.plan.way.nobody':
    '.input {$needed :integer} .match $needed one {{One reading is needed for {$applications}. Nobody is free for it.}} * {{{$needed} readings are needed for {$applications}. Nobody is free for them.}}',
  'reading.plan.way.cover': '{$application} cannot have enough {$rule}.',
  'reading.plan.way.hard': '{$reader} would have more that is hard to read than was agreed.',
  'reading.plan.way.applications':
    '.input {$count :integer} .match $count one {{one application}} * {{{$count} applications}}',
  'reading.plan.way.people': '.input {$count :integer} .match $count one {{one person}} * {{{$count} people}}',
  'reading.plan.way.these': '{$count} in all',
  'reading.plan.way.all': 'See all the names',
  'reading.plan.way.link':
    '.input {$count :integer} .match $count one {{One other has a link.}} * {{{$count} others have a link.}}',
  'reading.plan.way.left':
    '.input {$count :integer} .match $count one {{One other stepped back.}} * {{{$count} others stepped back.}}',
  'reading.plan.way.hours':
    '.input {$count :integer} .match $count one {{One other has no hours left.}} * {{{$count} others have no hours left.}}',
  'reading.plan.way.apart':
    '.input {$count :integer} .match $count one {{One other was set apart by hand.}} * {{{$count} others were set apart by hand.}}',
  'reading.plan.way.read':
    '.input {$count :integer} .match $count one {{One other has read it already.}} * {{{$count} others have read it already.}}',
  'reading.plan.mend.places':
    '.input {$count :integer} .match $count one {{One more reading would do, from {$who}.}} * {{{$count} more readings would do, from {$who}.}}',
  'reading.plan.mend.readings':
    '.input {$count :integer} .match $count one {{One reading fewer would do, for {$who}.}} * {{{$count} readings fewer would do, for {$who}.}}',
  'reading.plan.mend.coverage': 'It would do not to ask for this: {$who}.',
  'reading.plan.mend.exclusion':
    '.input {$count :integer} .match $count one {{It would do to take back a pair that was set apart: {$who}.}} * {{It would do to take back {$count} pairs that were set apart: {$who}.}}',
  'reading.plan.mend.readers':
    '.input {$count :integer} .match $count one {{One more person who is free for {$who} would do: another member, or a reader from outside.}} * {{{$count} more people who are free for {$who} would do: other members, or readers from outside.}}',
  'reading.plan.mend.lock': 'It would do to take back what was set by hand: {$who}.',
  'reading.plan.mend.several': 'Only several changes together would do: {$who}.',
  'reading.plan.mend.none': 'Nobody who is free may read it. Another member, or a reader from outside, is needed.',
  'reading.plan.mends': 'Changes that would do, each by itself; those that add come first',
  'reading.plan.part': 'Give what can be given now',
  'reading.plan.part.hint': 'The rest waits until there are more readers or more hours.',
  'reading.plan.accept': 'Yes, give everyone their pile',
  'reading.plan.again': 'Work it out again',
  'reading.plan.readings': 'Readings',
  'reading.plan.total': 'All fits together',
  'reading.plan.of': '{$total} of at most {$bound}',
  'reading.plan.worst': 'The worst-covered application',
  'reading.plan.seed': 'Equal plans were decided by',
  'reading.plan.loads': 'How much each person would read',
  'reading.plan.now': 'Reads now',
  'reading.plan.then': 'Would read',
  'reading.plan.bounds': 'Least to most',
  'reading.plan.between': '{$least} to {$most}',
  'reading.plan.who': 'Who would read what, and why',
  'reading.plan.who.open': 'Open a line to see why.',
  'reading.plan.who.one': '{$application}: {$readers}',
  'reading.plan.why.language': '{$reader} reads {$language}.',
  'reading.plan.why.strength': '{$reader} knows {$strength}.',
  'reading.plan.why.both': '{$reader} reads {$language} and knows {$strength}.',
  'reading.plan.why.near': 'Knows of the group, and may read it.',
  'reading.plan.why.kept': 'Kept by hand.',
  'reading.plan.why.best': 'No one fits better.',
  'reading.plan.why.too': 'Whoever fits better reads it too.',
  'reading.plan.why.full':
    '.input {$count :integer} .match $count one {{One other would fit better and was full.}} * {{{$count} others would fit better and were full.}}',
  'reading.plan.why.elsewhere':
    '.input {$count :integer} .match $count one {{One other would fit better and is needed more elsewhere.}} * {{{$count} others would fit better and are needed more elsewhere.}}',
  'reading.plan.hand': 'Swapped by hand.',
  'reading.plan.reads': 'Reads it now.',
  'reading.plan.unseen': 'one you may not see',
  'reading.plan.check': 'For those who want to check',
  'reading.plan.sure': 'How we know that no plan is better',
  'reading.plan.sure.hint':
    'Each goal comes with prices of its rules. Add them up and you see the best that any plan could reach. We added them up again without the solver, and they hold.',
  'reading.plan.goal.worst': 'First: the worst-covered application as high as it goes. It reaches {$value}.',
  'reading.plan.goal.total': 'Then: all fits together as high as they go. They reach {$value}.',
  'reading.plan.goal.level': 'Then: loads as level as they go. Their sum of squares, shared by offers, is {$value}.',
  'reading.plan.goal.tie': 'Last: between equal plans a draw decides, the same each time, that nobody can steer.',
  'reading.plan.goal.proven': 'Proven: no plan does better.',
  'reading.plan.goal.near': 'Not proven: the best there could be is {$bound}.',
  'reading.plan.proof': 'Question, answer and prices as a file',
  'reading.plan.costs': 'What each rule costs',
  'reading.plan.costs.none': 'No rule costs anything here.',
  'reading.plan.by.hand': 'Change it by hand',
  'reading.plan.swap': 'Swap two readers',
  'reading.plan.swap.one': 'This reading',
  'reading.plan.swap.other': 'changes places with',
  'reading.plan.swap.show': 'Show what it would do',
  'reading.plan.swap.title': 'What the swap would do',
  'reading.plan.swap.would': '{$reader} would read {$application}.',
  'reading.plan.swap.before': 'Now',
  'reading.plan.swap.after': 'After the swap',
  'reading.plan.swap.figure': 'Figure',
  'reading.plan.swap.loads': 'Everyone reads as much as before.',
  'reading.plan.swap.do': 'Swap them',
  'reading.plan.swap.back': 'Leave it as it is',
  'reading.plan.set': 'Set a pair for the next plan',
  'reading.plan.set.what': 'This person',
  'reading.plan.set.next': 'In the next plan',
  'reading.plan.set.keep': 'reads it',
  'reading.plan.set.never': 'does not read it',
  'reading.plan.set.do': 'Set this pair',
  'reading.plan.set.keeps': '{$reader} reads {$application}',
  'reading.plan.set.nevers': '{$reader} does not read {$application}',
  'reading.plan.set.free': 'Take this back',
  'reading.plan.refused.title': 'That did not go through',
  'reading.plan.refused.not-ready': 'The plan is still being worked out. Look again in a moment.',
  'reading.plan.refused.no-plan': 'There is no plan that keeps every rule. See below what would do.',
  'reading.plan.refused.changed': 'Something changed since this plan was made. Work it out again, then say yes.',
  'reading.plan.refused.newer': 'There is a newer plan. Look at that one first.',
  'reading.plan.refused.choosing': 'The group has begun to choose, so nobody reads anything new now.',
  'reading.plan.refused.gone': 'One of these is not there any more. Pick again.',
  'reading.plan.refused.may-not':
    'This person may not read it: there is a link, or they stepped back. Pick another pair.',
  'reading.plan.refused.full':
    'It has all its readers, or this person has no hours left. Take another pair back first, or pick another.',
  'reading.plan.refused.same': 'Pick two readings by two people, of two applications.',
  'reading.plan.refused.barred':
    'One of them may not read the other application: a link, a step back, or a pair set apart. Pick another pair.',
  'reading.plan.refused.already': 'One of them reads the other application already. Pick another pair.',
  'reading.plan.refused.kept': 'One of these readings is kept, or someone reads it now. Pick another pair.',
  'reading.plan.refused.cover':
    'Then an application would lose the reader who knows its language or its kind of work. Pick another pair.',
  'reading.plan.refused.hard':
    'Then one of them would have more that is hard to read than was agreed. Pick another pair.',
  'reading.plan.refused.accepted': 'This plan has a yes already. Work out a new one.',
} as const satisfies English;

export type PilesSayer = Say<keyof typeof words>;
