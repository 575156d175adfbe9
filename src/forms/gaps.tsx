/** Says a gap in a friendly sentence: what is there, and that it can be sent as it is. */
import type { ComponentChildren } from 'preact';
import { money } from '../words/amounts.ts';
import type { Gap, Question, Voice } from './questions.ts';

export function gapInWords(gap: Gap, question: Question, voice: Voice): ComponentChildren {
  const params: Record<string, string | number> = { plenty: question.max_words ?? 0, typed: gap.typed ?? '' };
  for (const [name, pence] of Object.entries(gap.pence ?? {})) params[name] = money(voice.lang, pence);
  return voice.say(`forms.gap.${gap.code}`, params);
}
