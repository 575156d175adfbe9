/** What every page of an application starts from: the application, its fund, its questions, and words in the right language. */
import type { ComponentChild } from 'preact';
import { type Question, questionsOf, type Voice } from '../../forms/questions.ts';
import { words as formWords } from '../../forms/words.ts';
import { dayIn } from '../../kernel/instants.ts';
import { need } from '../../kernel/outcomes.ts';
import type { Ask, PageOptions } from '../../platform/web/ask.ts';
import { dayAndTime, time } from '../../words/amounts.ts';
import { contentIn } from '../../words/content.ts';
import { isLang, type Lang } from '../../words/languages.ts';
import { type Say, speaker } from '../../words/speak.ts';
import { type Fund, fundById } from '../pool/store.ts';
import { type Application, applicationById } from './store.ts';
import { words } from './words.ts';

const speak = speaker(words);
const speakForms = speaker(formWords);
export type Sayer = Say<Extract<keyof typeof words, string>>;

export type Here = {
  readonly application: Application;
  readonly fund: Fund;
  readonly questions: readonly Question[];
  readonly say: Sayer;
  readonly voice: Voice;
  /** The application's own address. */
  readonly path: string;
};

export function sayer(ask: Pick<Ask, 'lang' | 'tally'>): Sayer {
  return speak(ask.lang, ask.tally);
}

/** Words for a letter, outside any page. */
export function sayerIn(language: string): Sayer {
  return speak(isLang(language) ? language : 'en');
}

export function voiceIn(fund: Fund, lang: Lang, tally?: Ask['tally']): Voice {
  return { say: speakForms(lang, tally), content: contentIn(fund.design.words, lang), lang };
}

export async function hereOf(ask: Ask): Promise<Here> {
  const application = need(await applicationById(ask.work.tx, ask.params.application ?? ''), 'application');
  const fund = need(await fundById(ask.work.tx, application.fundId), 'fund');
  return {
    application,
    fund,
    questions: questionsOf(fund.design),
    say: sayer(ask),
    voice: voiceIn(fund, ask.lang, ask.tally),
    path: `/applications/${application.id}`,
  };
}

/** Titles stay neutral: no group's name, and no subject matter. */
export function pageOf(here: Pick<Here, 'fund'>, title: string, more: Partial<PageOptions> = {}): PageOptions {
  return { title, fund: { name: here.fund.name, href: `/funds/${here.fund.id}` }, quiet: true, ...more };
}

/** The fund's words keep a section's name with its first question. */
export function sectionInWords({ questions, voice }: Here, section: string): ComponentChild {
  const first = questions.find((question) => question.section === section);
  return voice.content(`${first?.id ?? ''}.section`, section);
}

/** "16:50" for today, day and time for anything older. */
export function savedWhen(lang: Lang, at: Date, now: Date, zone: string): string {
  return dayIn(at, zone) === dayIn(now, zone) ? time(lang, at, zone) : dayAndTime(lang, at, zone);
}
