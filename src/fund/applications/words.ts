/** What a group meets while it writes, sends and waits. */
import type { English } from '../../words/speak.ts';

export const words = {
  'applications.start.before.title': 'The open call has not begun yet',
  'applications.start.before.why': 'The fund page says which day it begins. You can read every question before then.',
  'applications.start.closed.title': 'The open call has closed',
  'applications.start.closed.why':
    'We cannot take new answers for this call. If you had already begun, open your answers and tell us why you are late. If not, ring us.',
  'applications.start.fund': 'Back to the fund page',

  'applications.started.step': 'Your answers have a place now',
  'applications.started.lede': 'These two words are the name of your answers.',
  'applications.started.pair':
    'Say the two words when you ring us. Nobody can open your answers with them. You need no account.',
  'applications.started.first': 'Go to the first question',
  'applications.link.heading': 'A way back from another phone',
  'applications.link.why':
    'This phone opens your answers by itself for 90 days. To write on another phone too, or to share with someone in your group, make a private link. A new link ends the one before.',
  'applications.link.make': 'Make a private link',
  'applications.link.code': 'Or give an e-mail address in the first question. Then we can send you a code.',
  'applications.link.title': 'Your private link',
  'applications.link.once': 'We show this link only once. Copy it, or write it down.',
  'applications.link.care':
    'Anyone who has this link can read and change your answers. Give it only to people you trust.',
  'applications.link.kept': 'I have kept it. Go to my answers',

  'applications.open.title': 'Open my answers',
  'applications.open.ready': 'You came with a private link. Press the button, and your answers open on this phone.',
  'applications.open.lede': 'This page is the way back to what you wrote.',
  'applications.open.button': 'Open my answers',
  'applications.open.old':
    'This link does not open anything now. It may be an older one. What you wrote is safe. Ask for a code here, or ring us.',
  'applications.open.held': 'Answers on this phone',
  'applications.open.ring': 'No link and no e-mail? Ring us and say your two words. We will find a way in with you.',
  'applications.code.heading': 'Get in with a code',
  'applications.code.title': 'Get a code',
  'applications.code.contact': 'The e-mail address you gave us',
  'applications.code.contact-hint': 'If we know it, we send a code there. It works for 10 minutes, on this phone only.',
  'applications.code.send': 'Send me a code',
  'applications.code.type': 'Type your code',
  'applications.code.on-its-way': 'If we know that address, a code is on its way. It may take a minute.',
  'applications.code.label': 'Code',
  'applications.code.hint': 'Six digits. You can paste them.',
  'applications.code.another': 'Send another code',
  'applications.code.empty': 'The code has six digits. Please type or paste it.',
  'applications.code.other': 'That is not the code we sent last. Please look once more.',
  'applications.code.over':
    'This code does not work any more. A code works for 10 minutes, once, and on the phone that asked for it. Ask for another one.',
  'applications.code.subject': 'Your code',
  'applications.code.mail':
    'Your code is {$code}\n\nIt works for {$minutes :integer} minutes, on the phone or computer where you asked for it.\nIf you did not ask, you need not do anything.\n\nQuestions? Ring or text {$person} on {$phone} and say your two words.',

  'applications.beside': 'More about this question',
  'applications.question-title': 'Question {$at :integer} of {$of :integer}',
  'applications.seen-by-readers': 'Readers from the group that chooses see this answer.',
  'applications.seen-by-team': 'Only the programme team sees this.',
  'applications.looked-for': 'What readers look for',
  'applications.word-pair': 'Your two words are {#b}{$reference}{/b}.',
  'applications.until': 'You can send it as it is until {$day}.',
  'applications.still': 'You can still send it now.',
  'applications.was-closed': 'Closing day was {$day}.',
  'applications.save-on': 'Save and go on',
  'applications.save-stop': 'Save and stop here',
  'applications.save-check': 'Save and look it over',
  'applications.back-to': 'Back to question {$n :integer}',
  'applications.leave': 'Leave this for now',
  'applications.see-all': 'See all {$n :integer} questions',
  'applications.all.title': 'All {$n :integer} questions',
  'applications.all.lede': 'Write in any order. Nothing has to be full.',

  'applications.changed.title': 'Two different answers',
  'applications.changed.lede':
    'While this page was open, someone saved something else from another phone. Yours is saved now. The other one is here too, so that nothing is lost.',
  'applications.changed.mine': 'Yours, saved with us {$time}',
  'applications.changed.theirs': 'Changed on another device, {$time}',
  'applications.changed.keep': 'Keep this one instead',
  'applications.changed.empty': 'It was empty.',
  'applications.changed.on': 'Keep mine and go on',
  'applications.sent-already.title': 'It is with us already',
  'applications.sent-already.why':
    'What you sent stays as it was, so that every group is read in the same way. If something has to change, ring {$person} on {$phone}.',

  'applications.overview.title': 'My answers',
  'applications.overview.step': 'Your answers',
  'applications.overview.more': 'More you can do',
  'applications.home': 'Back to my answers',
  'applications.see-receipt': 'See the receipt',
  'applications.download': 'Keep a copy of my answers',
  'applications.go-on': 'Go on writing',
  'applications.check-and-send': 'Look it over and send',
  'applications.ring': 'Stuck? Ring or text {$person} on {$phone} and say your two words.',
  'applications.sent-on': 'Sent {$day}.',
  'applications.state.not-yet': 'Not yet',
  'applications.state.if-you-want': 'Only if you want',
  'applications.state.look': 'Saved with us {$when}. One thing to look at.',
  'applications.state.there': 'Saved with us {$when}',
  'applications.forget.heading': 'Is this phone not only yours?',
  'applications.forget.why':
    'You can clear this phone. What you wrote stays with us. To come back you need your private link, or a code by e-mail.',
  'applications.forget.button': 'Clear this phone',
  'applications.stage.received.title': 'It is with us',
  'applications.stage.received.why': 'We look first whether this fund fits. If we have a question, we ring you.',
  'applications.stage.standing.title': 'It goes on to the readers',
  'applications.stage.standing.why': 'People from the group read it. Everyone hears on the same day.',
  'applications.stage.not-this-fund.title': 'This fund is not the right one for it',
  'applications.stage.not-this-fund.why':
    'We wrote to you why. You may answer, and two people look again. Or ring {$person} on {$phone}.',
  'applications.stage.set-aside.title': 'Another one from your group goes on in its place',
  'applications.stage.set-aside.why':
    'This one is kept but not read. If that is not what you want, ring {$person} on {$phone}.',
  'applications.stage.withdrawn.title': 'You withdrew this',
  'applications.stage.withdrawn.why':
    'Nobody reads it now. Your words are still here and you may use them anywhere. If you changed your mind, ring {$person} on {$phone}.',
  'applications.waits': 'Here for you now',
  'applications.waits.reply': 'Answer us, if you think this fund fits after all',
  'applications.waits.keep': 'Two look alike: say which one should go on',
  'applications.waits.letter': 'Read our letter to you',
  'applications.waits.agreement': 'Read the agreement',
  'applications.waits.publishing': 'Choose what may be public',

  'applications.check.title': 'Look it over',
  'applications.check.empty': 'This one is still empty.',
  'applications.check.not-all': 'Some answers are still empty. You can send it all the same.',
  'applications.check.as-is-why':
    '.input {$n :integer} .match $n one {{One question that readers wait for is empty. You can send it so, and we ring you about it.}} * {{{$n} questions that readers wait for are empty. You can send it so, and we ring you about them.}}',
  'applications.check.then': 'After you send, the answers stay as they are. You get a receipt at once.',
  'applications.check.send': 'Send it',
  'applications.check.as-is': 'Send it as it is',

  'applications.receipt.title': 'Your receipt',
  'applications.receipt.thanks': 'It is with us. Thank you.',
  'applications.receipt.next': 'What happens next',
  'applications.receipt.each': 'You hear from us either way.',
  'applications.receipt.copy': 'What you sent',
  'applications.receipt.none': 'Left empty.',
  'applications.receipt.subject': 'We have it, thank you',
  'applications.receipt.mail':
    'It is with us. Thank you.\n\nYour two words: {$reference}\nIt came to us {$day}.\n\nYou hear from us either way. Your receipt, with the dates and a full copy, is where you wrote your answers. Open them on the same phone, with your private link, or with a code.\n\nQuestions? Ring or text {$person} on {$phone} and say your two words.',
  'applications.more-time.subject': 'There is more time',
  'applications.more-time.mail':
    'There is more time to write to us.\n\nYour two words: {$reference}\nYou can now send your answers until {$day}.\n\nWhy: {$why}\n\nWhat you wrote is safe. Open it on the same phone, with your private link, or with a code: {$place}\n\nQuestions? Ring or text {$person} on {$phone} and say your two words.',

  'applications.withdraw.link': 'Withdraw it',
  'applications.withdraw.title': 'Withdraw what you sent',
  'applications.withdraw.why':
    'You need not say why. Nobody will read it then. Your words stay here for you to use anywhere.',
  'applications.withdraw.undo': 'If you change your mind later, ring {$person} on {$phone}.',
  'applications.withdraw.button': 'Withdraw it',
  'applications.withdraw.not-sent':
    'Nothing has been sent yet, so there is nothing to withdraw. You can simply leave it.',
  'applications.withdraw.withdrawn': 'You withdrew it already. If you changed your mind, ring {$person} on {$phone}.',
  'applications.withdraw.told':
    'The result is out already. Please ring {$person} on {$phone}, and we will sort it out with you.',

  'applications.late.closed': 'The closing day has passed',
  'applications.late.offer':
    'Your words are safe. If something kept you, tell us in one line. Two members of the group decide within 2 days.',
  'applications.late.link': 'Tell us why it is late',
  'applications.late.title': 'Coming late',
  'applications.late.how':
    'Tell us in one line what happened. Two members of the group decide within 2 days, and every late group is treated alike.',
  'applications.late.label': 'What happened?',
  'applications.late.hint': 'One line is enough. You need not tell anything private.',
  'applications.late.button': 'Ask to be let in',
  'applications.late.empty': 'Please write one line, so that the two members know.',
  'applications.late.waiting':
    'You asked to be let in late. Two members of the group decide within 2 days. Look here again then.',
  'applications.late.asked': 'You asked already. Two members of the group decide within 2 days.',
  'applications.late.let-in': 'The members said yes. You can send it now.',
  'applications.late.sent': 'It is with us already. You need not ask.',
  'applications.late.in-time': 'You are in time. You can simply send it.',

  'applications.publish.title': 'What may be public',
  'applications.publish.why':
    'The public sees who was given money from this fund, but only as far as you say yes. Each answer stands alone.',
  'applications.publish.name': 'The name of your group',
  'applications.publish.place': 'Where you are',
  'applications.publish.amount': 'How much money it is',
  'applications.publish.purpose': 'What it is for',
  'applications.publish.yes': 'Yes, show it',
  'applications.publish.no': 'No, keep it hidden',
  'applications.publish.default':
    'What you leave open stays hidden. You can change your answers here, or ring {$person} on {$phone}, and we act the same day.',
  'applications.publish.button': 'Save my choices',
  'applications.publish.not-yet': 'We ask this after the results are out. Nothing about you is public before then.',
} as const satisfies English;
