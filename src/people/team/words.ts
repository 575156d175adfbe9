/** The people of a fund, the letter that asks somebody in, and how each person is shown. */
import type { English } from '../../words/speak.ts';

export const words = {
  'team.title': 'People of the fund',
  'team.lede': 'Who does what, and since when. You can ask somebody in, and you can end a role.',
  'team.none': 'Nobody holds a role yet.',
  'team.table': 'People and their roles',
  'team.col.name': 'Name',
  'team.col.email': 'E-mail',
  'team.col.role': 'Role',
  'team.col.since': 'Since',
  'team.col.end': 'Change',
  'team.end': 'End this role',
  'team.end.about': ': {$name}, {$role}',
  'team.stays': 'The last one stays',

  'team.lack.title': 'People this fund still needs',
  'team.lack.finance':
    'Fewer than two people hold the role “Money”. One prepares a payment and another says yes to it, so nothing can be paid yet.',
  'team.lack.members':
    '.input {$n :integer} .input {$least :integer} .match $n one {{The group has one member. It can decide when at least {$least} members without a close link are there.}} * {{The group has {$n} members. It can decide when at least {$least} members without a close link are there.}}',

  'team.invite': 'Ask somebody in',
  'team.invite.hint':
    'They get a letter in their language that says how to come in. Ask them first if they are glad to.',
  'team.name': 'Name',
  'team.name.hint': 'As they like to be called. They can change it.',
  'team.email': 'E-mail',
  'team.role': 'Role',
  'team.language': 'Language of our letters to them',
  'team.choose': 'Choose one',
  'team.send': 'Send the letter',
  'team.sent': 'The letter is on its way, and the role begins now.',
  'team.there': 'That person already holds this role. Nothing changed, and no letter was sent.',
  'team.ended': 'The role has ended.',
  'team.waits':
    'Nothing begins yet. Somebody who looks after money or sits on the board says yes first. Then the letter goes and the role begins.',
  'team.waiting': 'That was asked already and still waits for a yes. Nothing changed.',
  'team.back': 'The question is taken back. The role does not begin.',
  'team.answered': 'This is answered already, so there is nothing left to take back.',

  'team.role.programme': 'Programme team',
  'team.role.facilitator': 'Facilitator',
  'team.role.member': 'Member of the group',
  'team.role.finance': 'Money',
  'team.role.trustee': 'Board of the host',
  'team.role.learning': 'Learning partner',
  'team.role.funder': 'Funder',
  'team.role.programme.hint': 'Runs the round: applications, letters, people.',
  'team.role.facilitator.hint': 'Keeps the talk fair, hears worries and links.',
  'team.role.member.hint': 'Reads and chooses.',
  'team.role.finance.hint': 'Checks groups and pays. Not together with the programme team.',
  'team.role.trustee.hint': 'Signs off grants. Not together with the programme team, money or the group.',
  'team.role.learning.hint': 'Learns with the fund.',
  'team.role.funder.hint': 'Gives, and sees the pool. Holds no other role in this fund.',
  'team.role.guarded': 'It begins when somebody else, of money or the board, says yes.',

  'team.first.title': 'The first people for money and the board',
  'team.no.nobody-yet':
    'Nobody holds the role “Money” or “Board of the host” yet, so nobody could say yes to the first of them. Whoever runs the machine brings them in, with the command “bin/manyhands person add”. From then on you ask here, and one of them says yes.',

  'team.wait.title': 'Waiting for a second yes',
  'team.wait.row': '{$asker} asked on {$day}.',
  'team.wait.who': '{$name}: {$role}',
  'team.wait.back': 'Take it back',
  'team.asked.title': 'Who waits for a yes',
  'team.asked.lede':
    'A role for money or on the board begins only when a second person says yes. Say yes when you know that it is right. If you are not sure, talk with the person first.',
  'team.asked.none': 'Nobody waits.',
  'team.asked.yes': 'Yes, it begins',
  'team.asked.no': 'No',
  'team.asked.did.yes': 'You said yes. The role begins now, and the letter is on its way.',
  'team.asked.did.no': 'You said no. The role does not begin.',
  'team.asked.did.already': 'That was said already. Nothing changed.',
  'team.asked.sorry': 'Nothing changed',
  'team.asked.own-asking': 'You asked for this, so somebody else says yes or no.',
  'team.asked.own-role': 'This role is for you, so somebody else says yes or no.',
  'team.asked.role-ended': 'Your own role has ended, so you cannot say yes or no here any more.',
  'team.asked.late': 'This was asked more than 30 days ago. The programme team can ask again.',
  'team.asked.said-yes': 'Somebody said yes already, and the role began. The programme team can end it.',
  'team.asked.said-no': 'Somebody said no already. The programme team can ask again.',
  'team.asked.taken-back': 'The programme team took this back. They can ask again.',
  'team.asked.over': 'This is not asked any more: it was asked anew, or the role began another way.',

  'team.needs.name': 'Please write a name of up to 80 letters.',
  'team.needs.email': 'Please write an e-mail address, such as name@place.org.',
  'team.needs.role': 'Please choose a role.',
  'team.needs.language': 'Please choose a language.',
  'team.needs.shown': 'Please choose how you are shown.',

  'team.no.title': 'These two roles are held by different people',
  'team.no.funder-alone':
    'Whoever gives money does not choose, run or pay. Please ask somebody else, or end the other role of this person first.',
  'team.no.board-apart':
    'The board says yes to what others prepared, so nobody on it also runs the round, pays, or chooses. Please ask somebody else, or end the other role of this person first.',
  'team.no.money-apart':
    'Whoever runs the round does not pay, and whoever pays does not run the round. Please ask somebody else, or end the other role of this person first.',

  'team.ending.title': 'End a role',
  'team.ending.who': '{$name} holds the role “{$role}” since {$since}.',
  'team.ending.what':
    'If you end it, {$name} cannot open the pages of this role from that moment on. What {$name} did and said stays. You can ask {$name} in again.',
  'team.ending.yes': 'End it today',
  'team.ending.back': 'Leave it as it is',
  'team.ending.last.title': 'The last of the programme team stays',
  'team.ending.last': 'Without anybody there, nobody could ask the next person in. Please ask somebody else in first.',

  'team.mail.subject': 'You are asked in',
  // Addresses stand on lines of their own: a mail program would take a fence around them for a part of them.
  'team.mail.come':
    'Hello {$name},\n\n{$fund} would be glad to have you. Your role: {$role}.\n\nTo come in, open this page and write this e-mail address:',
  'team.mail.then':
    'We then send you six numbers. Type them in the page that is open. You need no password.\n\nHere you can change your name, your language and how you are shown:',
  'team.mail.leave': 'If you did not expect this letter, you can leave it.',
  'team.mail.asked.subject': 'Somebody waits for your yes',
  'team.mail.asked':
    'Hello {$name},\n\n{$asker} asked {$who} in to {$fund}. The role: {$role}. It begins only when a second person says yes: you, or somebody else of money or the board.\n\nHere you can say yes or no:',
  'team.mail.change.subject': 'Who does what has changed',
  'team.mail.change.begins':
    'Hello {$name},\n\n{$who} now has this role in {$fund}: {$role}.\n\nIf that is news to you, please talk today with the others who look after the fund.',
  'team.mail.change.ends':
    'Hello {$name},\n\n{$who} does not have this role in {$fund} any more: {$role}.\n\nIf that is news to you, please talk today with the others who look after the fund.',

  'team.self.title': 'About me',
  'team.self.lede': 'This is yours to say. Nobody else changes it.',
  'team.self.name': 'What we call you',
  'team.self.name.hint': 'People you work with here see it.',
  'team.self.name.group': 'People you work with here see it. It can be a name you chose for yourself.',
  'team.self.language': 'Language of our letters to you',
  'team.self.language.hint': 'Pages come in it too, as far as they are translated.',
  'team.self.shown': 'How you are shown to everyone',
  'team.self.shown.hint': 'The page of the fund says who is in the group.',
  'team.shown.own name': 'By the whole name above',
  'team.shown.own name.hint': 'It is your own name.',
  'team.shown.first name': 'By its first word only',
  'team.shown.first name.hint': 'Such as a first name.',
  'team.shown.pseudonym': 'By a name I made up',
  'team.shown.pseudonym.hint': 'Write the made-up name above. It is shown whole.',
  'team.shown.not listed': 'Not at all',
  'team.shown.not listed.hint': 'The page says “and one person who is not named”.',
  'team.self.save': 'Save',
  'team.self.saved': 'Saved.',
  'team.self.email': 'We write to {$email}. To use another address, ask the programme team to ask you in with it.',
} as const satisfies English;
