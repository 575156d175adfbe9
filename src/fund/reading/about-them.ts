/** The words of a form as said about a group, to somebody who reads what it sent. */
import type { Voice } from '../../forms/questions.ts';
import type { Say } from '../../words/speak.ts';
import type { words } from './words.ts';

const aboutThem = {
  'forms.budget.total': 'reading.one.money.total',
  'forms.budget.asked': 'reading.one.money.asked',
  'forms.budget.own': 'reading.one.money.own',
} as const;
type ToThem = keyof typeof aboutThem;

function isToThem(key: string): key is ToThem {
  return Object.hasOwn(aboutThem, key);
}

export function voiceAboutThem(voice: Voice, say: Say<keyof typeof words>): Voice {
  const forms = voice.say;
  const about: Voice['say'] = Object.assign(
    (...[key, params, marks]: Parameters<Voice['say']>) =>
      isToThem(key) ? say(aboutThem[key], params, marks) : forms(key, params, marks),
    {
      text: (...[key, params]: Parameters<Voice['say']['text']>) =>
        isToThem(key) ? say.text(aboutThem[key], params) : forms.text(key, params),
      lang: forms.lang,
      missed: () => forms.missed(),
    },
  );
  return { ...voice, say: about };
}
