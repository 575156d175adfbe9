/** What a group wrote, read back question by question. */
import { ReadBack } from '../../../forms/facts.tsx';
import { kindOf } from '../../../forms/kinds.ts';
import { type Fact, questionsOf, type Voice } from '../../../forms/questions.ts';
import { words as formWords } from '../../../forms/words.ts';
import { contentIn } from '../../../words/content.ts';
import type { Lang } from '../../../words/languages.ts';
import { speaker, type Tally } from '../../../words/speak.ts';
import type { Design } from '../../pool/design.ts';

const speakForms = speaker(formWords);

/** Members see what readers will see: no town, no sponsor, nothing about papers. */
const forMembers = ['text_or_audio', 'budget_table'];

export function answerFacts(
  design: Design,
  snapshot: Readonly<Record<string, unknown>>,
  lang: Lang,
  tally: Tally,
  whole: boolean,
): Fact[] {
  const voice: Voice = { say: speakForms(lang, tally), content: contentIn(design.words, lang), lang };
  return questionsOf(design)
    .filter((question) => whole || forMembers.includes(question.type))
    .flatMap((question) => {
      const body = snapshot[question.id];
      return body === undefined ? [] : kindOf(question).facts(body, question, voice);
    });
}

export function Answers({ facts }: { facts: readonly Fact[] }) {
  return <ReadBack facts={facts} />;
}
