/** Letters, and the pages where a person checks them. */
import type { English } from '../../words/speak.ts';

export const words = {
  'results.mail.subject': 'A letter for you',
  'results.mail.chosen':
    'Hello,\n\nGood news: the group has chosen your idea. The money can come once checks and the host’s sign-off are done.\n\nYour letter, with reasons, is on your page. Open it with your private link, or with the words {$reference} when you ring us.\n\nWith warm wishes\nThe group',
  'results.mail.reserve':
    'Hello,\n\nThe group could not say yes today. You are next if a chosen group cannot go ahead.\n\nYour letter, with reasons, is on your page. Open it with your private link, or with the words {$reference} when you ring us.\n\nWith warm wishes\nThe group',
  'results.mail.not-this-time':
    'Hello,\n\nWe are sorry: the group has not chosen your idea this time.\n\nYour letter, with a strength and two reasons, is on your page. Open it with your private link, or with the words {$reference} when you ring us. You may use everything you wrote anywhere.\n\nWith warm wishes\nThe group',
  'results.letter.page': 'Your letter',
  'results.letter.dear': 'Hello,',
  'results.letter.chosen': 'Good news: the group has chosen your idea.',
  'results.letter.chosen.once':
    'The money is {$amount}. It can come once checks and the host’s sign-off are done. Please wait with spending until then.',
  'results.letter.reserve': 'Not today, and you are next.',
  'results.letter.reserve.why': 'If a chosen group cannot go ahead, we ring you. We tell you either way.',
  'results.letter.not-this-time': 'We are sorry: the group has not chosen your idea this time.',
  'results.letter.odds': '{$asked} groups were in the last round of choosing. The money was enough for {$chosen}.',
  'results.letter.readers':
    '.input {$readers :integer} .match $readers one {{One person read yours.}} * {{{$readers} people read yours.}}',
  'results.letter.strength': 'What stood out',
  'results.letter.mind': 'What readers want you to keep in mind',
  'results.letter.stronger': 'What would make it stronger',
  'results.letter.count': 'How the ballots of the group came out for yours',
  'results.letter.next': 'What happens next',
  'results.letter.next.chosen':
    'We ring you within a week for the checks. They are few, and we look things up ourselves first. Then there is a short agreement to read on your phone.',
  'results.letter.next.reserve': 'Keep your answers. Nothing is needed from you now.',
  'results.letter.next.not-this-time':
    'You may use everything you wrote anywhere. Ring us, or ask us to ring you, and we talk about it and about other places to ask.',
  'results.letter.warm': 'With warm wishes, for the group',
  'results.letter.answers': 'Back to your answers',
  'results.list.title': 'Letters',
  'results.list.lede':
    'Everyone hears on the same day. Each letter has a strength and two reasons from readers’ own sentences, checked by a person.',
  'results.list.draft': 'Draft the letters',
  'results.list.count': '{$checked} of {$all} letters are checked.',
  'results.list.check': 'I have read these and they are right',
  'results.list.checked': 'Checked',
  'results.list.unchecked': 'Waits for a person',
  'results.list.none': 'When the group has agreed on a set, letters are drafted here.',
  'results.list.tick': 'I have read this one',
  'results.list.release': 'Let everyone hear today',
  'results.list.released': 'Everyone heard on {$day}.',
  'results.list.ways': '{$email} by e-mail, {$call} by a call, {$page} on their page.',
  'results.list.outcome.chosen': 'Chosen',
  'results.list.outcome.reserve': 'Next if someone cannot go ahead',
  'results.list.outcome.not-this-time': 'Not this time',
  'results.one.strength': 'One real strength',
  'results.one.one': 'First reason',
  'results.one.two': 'Second reason',
  'results.one.save': 'Save for now',
  'results.one.checked': 'I have checked this letter',
  'results.gap.strength': 'The letter needs one real strength.',
  'results.gap.one': 'The letter needs a first reason.',
  'results.gap.two': 'The letter needs a second reason.',
  'results.refused.not-decided': 'The group agrees on a set first. Then letters can be drafted.',
  'results.refused.told': 'Everyone has heard, so the letters stay as they are.',
  'results.refused.linked': 'You have a close link to someone on the list, so another colleague does this.',
  'results.refused.letters-missing': 'Some groups have no letter yet. Draft the letters first.',
  'results.refused.letters-unchecked': 'Some letters wait for a person to check them.',
  'results.refused.set-changed': 'Some letters say what is no longer so. Draft the letters again.',
} as const satisfies English;
