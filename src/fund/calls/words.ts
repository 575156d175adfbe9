/** The open call in words: the fit check, and the pack of all questions. */
import type { English } from '../../words/speak.ts';

export const words = {
  'calls.fit.title': 'Does this fund fit you?',
  'calls.fit.lede':
    '.input {$n :integer} .match $n one {{One question. You need no account, and we do not keep your answer.}} * {{{$n} questions, a few minutes. You need no account, and we do not keep your answers.}}',
  'calls.fit.check': 'See what it says',
  'calls.fit.again': 'Check again',
  'calls.fit.left':
    '.input {$n :integer} .match $n one {{One question is still open. Please answer it as well.}} * {{{$n} questions are still open. Please answer them as well.}}',
  'calls.fit.answered': 'Your answers',
  'calls.fit.fit.title': 'This looks like a fit',
  'calls.fit.fit.next':
    'You can start to write now. Each answer is kept when you go on to the next, and you can stop and come back.',
  'calls.fit.talk.title': 'Let us talk first',
  'calls.fit.talk.next': 'Ring {$person} on {$phone}, in any language. Nothing you answered here shuts a door.',
  'calls.fit.talk.write': 'You can also start to write now.',
  'calls.fit.later.before': 'You can write from {#b}{$when}{/b}. {#link}Read all the questions now{/link}.',
  'calls.fit.later.planned':
    'The days for writing are not set yet. The day to begin will be here. {#link}Read all the questions now{/link}.',
  'calls.fit.no.title': 'It looks like this is not your fund',
  'calls.fit.no.person': 'A page cannot know everything. If you think you fit, ring {$person} on {$phone}.',
  'calls.fit.no.write': 'You can also write to us all the same.',
  'calls.fit.no.write-later': 'When the call is open, you can also write to us all the same.',
  'calls.fit.no.reply':
    'If we then say “not this fund”, you may tell us why you fit. A member and one of our staff read that within three working days.',
  'calls.fit.no.elsewhere': 'Other places to look',
  'calls.fit.no.cvs': 'Your local council for voluntary service helps groups look for money. It costs nothing.',
  'calls.fit.no.foundation': 'The community foundation of your area gives to small groups near you.',
  'calls.fit.no.library': 'Many libraries let you search a list of all UK grants. Ask at the desk.',
  'calls.fit.start': 'Start writing',
  'calls.fit.start-anyway': 'Write to us all the same',
  'calls.fit.read': '{#link}Read all the questions first{/link}',
  'calls.fit.before': 'You can check now. Writing starts on {$when}.',
  'calls.fit.planned': 'You can check now. The days for writing are not set yet.',
  'calls.fit.grace': 'The closing day has just passed. You can still write today. Ring us if you need more time.',
  'calls.fit.closed.title': 'This call is closed',
  'calls.fit.closed.when': 'It closed on {$when}.',
  'calls.fit.closed.hear': 'Everyone who asked hears on {$when}, with reasons.',
  'calls.fit.closed.late':
    'Did you begin, and could not send? {#link}Open your answers{/link} and tell us why in one line. Two members decide within two days.',
  'calls.fit.closed.else': 'You can ring {$person} on {$phone} about other places to look.',
  'calls.fit.back': 'Back to the fund',
  'calls.fit.reason.E3': 'This fund can only pay groups that work for the good of all, not for owners.',
  'calls.fit.reason.other': 'Your answer to this one does not fit the rules of this fund.',
  'calls.fit.talk.E1': 'We would like to hear how big a part of your work this is.',
  'calls.fit.talk.E3': 'We can find out together what kind of group you are. Many kinds are fine.',
  'calls.fit.talk.E4': 'The money is for leaders to grow. Let us find that part in your idea.',
  'calls.fit.talk.E5':
    'You can ask without a bank account. We help you find an organisation that holds the money for you. Its fee comes on top.',
  'calls.fit.talk.other': 'We would like to understand this one better.',

  'calls.pack.title': 'All the questions',
  'calls.pack.lede': 'Everything we ask, what readers look for, and how the choice is made. You can print this page.',
  'calls.pack.how-much': 'How much you can ask for',
  'calls.pack.span': '{$from} to {$to}',
  'calls.pack.months': 'For {$months} months',
  'calls.pack.months-span': 'For {$from} to {$to} months',
  'calls.pack.sponsor':
    'A sponsor is an organisation that holds the money for a group without a bank account or written rules.',
  'calls.pack.questions': 'The questions',
  'calls.pack.plenty': 'Up to {$words :integer} words is plenty.',
  'calls.pack.free': 'You can leave this one empty. It never counts against you.',
  'calls.pack.hidden': 'Readers do not see this answer.',
  'calls.pack.for': 'Readers look here for: {$names}',
  'calls.pack.readers': 'What readers look for',
  'calls.pack.readers-how':
    'People from the group read each idea. They choose one of four sentences for each of these, not a number.',
  'calls.pack.weight': 'It counts for {$weight :integer} of 100.',
  'calls.pack.early': 'New groups are read beside other new groups here.',
  'calls.pack.budget': 'The lines of the budget',
  'calls.pack.budget-how': 'Use the ones you need and leave the others empty. Gaps are fine: we ask you about them.',
  'calls.pack.choose': 'How the choice is made',
  'calls.pack.choose.1': 'Two people look at whether the fund fits you. If the answer is no, you may reply.',
  'calls.pack.choose.2':
    'People from the group read your answers, in your language or in a translation that a person has checked.',
  'calls.pack.choose.3': 'The group talks about the ideas that readers see in different ways.',
  'calls.pack.choose.4':
    'On one day the group lays a set of ideas on the table, within the pot. Everyone must be able to live with it.',
  'calls.pack.choose.5': 'Everyone hears on the same day, with a strength and two reasons.',
  'calls.pack.choose.6':
    'Then come the checks: what we need to pay you safely. The board of the host signs off, within its limits.',
  'calls.pack.together': 'The group also looks at all the ideas together, so that:',
  'calls.pack.care':
    'Nobody who could gain takes part in that choice. {#link}Who decides, and the limits of the board{/link}.',
  'calls.pack.never': 'What we never ask',
  'calls.pack.start': 'See if it fits you',
} as const satisfies English;
