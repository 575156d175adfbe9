/** Signing in by a code. */
import type { English } from '../../words/speak.ts';

export const words = {
  'accounts.signin.title': 'Sign in',
  'accounts.signin.lede':
    'For the group, the staff and the board. We send a code to your e-mail. You need no password.',
  'accounts.signin.email': 'Your e-mail',
  'accounts.signin.send': 'Send me a code',
  'accounts.signin.empty': 'Please write the e-mail address that you use with us.',
  'accounts.signin.applying': 'Are you asking for money? You need no account. {#link}Open your answers here{/link}.',
  'accounts.code.title': 'Type the code',
  'accounts.code.lede': 'If we know this e-mail, a code is on its way. It works for 10 minutes, once, in this browser.',
  'accounts.code.field': 'Six numbers from the e-mail',
  'accounts.code.check': 'Go on',
  'accounts.code.wrong': 'That code does not open this. Look at the newest e-mail from us, or ask for a new code.',
  'accounts.code.again': 'Ask for a new code',
  'accounts.mail.subject': 'Your code',
  'accounts.mail.body':
    'Hello,\n\nYour code is {$code}\n\nType it in the page that is open in your browser. It works once, for 10 minutes.\n\nIf you did not ask for it, you can leave this letter. Nobody gets in without the code and your browser.',
  'accounts.out.title': 'Sign out',
  'accounts.out.lede': 'We close this visit on this browser. Your words stay with us.',
  'accounts.out.button': 'Sign out',
  'accounts.demo.title': 'The people of the demo',
  'accounts.demo.lede': 'Everyone here is made up. Choose who you would like to be.',
  'accounts.demo.as': 'Be {$name}',
  'accounts.demo.role.member': 'Member of the group',
  'accounts.demo.role.programme': 'Programme team',
  'accounts.demo.role.finance': 'Finance officer of the host',
  'accounts.demo.role.trustee': 'Trustee of the host',
  'accounts.demo.role.facilitator': 'Facilitator',
  'accounts.demo.role.learning': 'Learning partner',
  'accounts.demo.role.funder': 'Contributing funder',
  'accounts.demo.letters': 'Letters that were sent',
  'accounts.demo.letters.lede': 'In the demo no letter leaves this machine. They are all here, newest first.',
  'accounts.demo.letters.none': 'No letters yet. They come here when something is sent.',
  'accounts.demo.to': 'To {$who}',
} as const satisfies English;
