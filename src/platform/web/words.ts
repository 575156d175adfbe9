/** What the door itself says: not found, not from our page, too many, a fault of ours. */
import type { English } from '../../words/speak.ts';

export const words = {
  'web.missing.title': 'There is nothing here',
  'web.missing.why': 'The address may have changed, or this page is not for you. Nothing you wrote is lost.',
  'web.missing.next': '{#home}Go to the first page{/home}, or ring us and we will find it with you.',
  'web.foreign.title': 'Please send this again from here',
  'web.foreign.why':
    'The form did not come from one of our own pages, so we did not act on it. This keeps other sites from acting in your name. What you typed is here.',
  'web.foreign.send': 'Send it from here',
  'web.many.title': 'Please wait a little',
  'web.many.why':
    'This was asked for many times in a short while, so we pause it. Try again in {$minutes} minutes. Nothing you wrote is lost.',
  'web.large.title': 'That is too much for one page',
  'web.large.why':
    'What was sent is larger than we can take in one go. Go back, send a part of it, and ring us if you need help.',
  'web.unreadable.title': 'We could not read what was sent',
  'web.unreadable.why': 'Please go back and send the form from its page.',
  'web.again.title': 'Someone did something at the same moment',
  'web.again.why': 'Please go back, look at the page again and try once more. Nothing was changed this time.',
  'web.nokey.title': 'Please open the page again',
  'web.nokey.why':
    'The form was missing the part that makes sure it counts only once. Go back, open the page again and send it from there.',
  'web.fault.title': 'Something of ours broke',
  'web.fault.why': 'It is not your doing, and what was saved is still saved. If you ring us, say {#b}{$ref}{/b}.',
  'web.typed': 'What you typed',
} as const satisfies English;
