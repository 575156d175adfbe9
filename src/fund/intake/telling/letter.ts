/** Letters from intake, as plain text: the news first, why, what next, and a person's name. */
import { contentIn } from '../../../words/content.ts';
import { isLang } from '../../../words/languages.ts';
import { type Say, speaker } from '../../../words/speak.ts';
import type { Design } from '../../pool/design.ts';
import type { FitDecision } from '../looks/store.ts';
import { words } from '../words.ts';

const speak = speaker(words);
export type Sayer = Say<keyof typeof words>;

export type About = {
  readonly language: string;
  readonly reference: string;
  readonly design: Design;
  /** Where our pages are, for a line the group can type; empty when not known. */
  readonly origin: string;
};
export type Text = { readonly subject: string; readonly body: string; readonly language: string };

/** The fund's own sentence for a reason, or the question that was asked; empty for a reason in our own words. */
export function reasonText(say: Sayer, design: Design, code: string | null): string {
  const question = design.eligibility.questions.find((each) => each.id === code);
  if (!question) return '';
  const content = contentIn(design.words, say.lang);
  if (question.no_message) return content.text(`${question.id}.no_message`, question.no_message);
  return say.text('intake.reason-asked', { question: content.text(`${question.id}.ask`, question.ask) });
}

function letter(about: About, write: (say: Sayer) => readonly string[]): Text {
  const language = isLang(about.language) ? about.language : 'en';
  const say = speak(language);
  const { person, phone } = about.design.help;
  const lines = [
    say.text('intake.mail.hello', { ref: about.reference }),
    ...write(say),
    say.text('intake.mail.person', { person, phone }),
  ];
  return {
    language,
    subject: say.text('intake.mail.subject'),
    body: `${lines.filter((line) => line !== '').join('\n\n')}\n`,
  };
}

function wayBack(say: Sayer, about: About): string {
  return about.origin === ''
    ? say.text('intake.mail.open-link')
    : say.text('intake.mail.open', { place: `${about.origin}/open` });
}

export function decisionLetter(about: About, decision: FitDecision): Text {
  return letter(about, (say) => {
    const { outcome, afterReply } = decision;
    if (outcome === 'fit') return [say.text(afterReply ? 'intake.mail.fit-again' : 'intake.mail.fit')];
    const reason = reasonText(say, about.design, decision.reasonCode);
    return [
      say.text(afterReply ? 'intake.mail.no-again' : 'intake.mail.no'),
      reason,
      decision.words === '' ? '' : say.text('intake.in-our-words', { words: decision.words }),
      `${say.text('intake.elsewhere')}\n- ${say.text('intake.elsewhere.one')}\n- ${say.text('intake.elsewhere.two')}`,
      afterReply ? '' : say.text('intake.mail.reply'),
      afterReply ? '' : wayBack(say, about),
      say.text('intake.yours'),
    ];
  });
}

export function lateLetter(about: About, letIn: boolean): Text {
  return letter(about, (say) =>
    letIn
      ? [say.text('intake.mail.late-yes'), wayBack(say, about)]
      : [say.text('intake.mail.late-no'), say.text('intake.yours')],
  );
}

export function keepLetter(about: About): Text {
  return letter(about, (say) => [say.text('intake.mail.keep'), say.text('intake.mail.keep-safe'), wayBack(say, about)]);
}
