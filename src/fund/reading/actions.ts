/** The deeds of readers: save words, finish, step back, flag a worry. */
import { newId } from '../../kernel/ids.ts';
import { done, invalid, need, type Outcome, refused } from '../../kernel/outcomes.ts';
import type { Work } from '../../platform/work.ts';
import type { Fund } from '../pool/store.ts';
import {
  type AnchorWord,
  anchorOf,
  gapsOf,
  isNewest,
  mayComeBack,
  mayFinish,
  mayWrite,
  type ReadingRefusal,
} from './rules.ts';
import {
  addWorry,
  choosingBegan,
  keepReading,
  keepWords,
  leaveReading,
  ownReading,
  takeUpAgain,
  translationsOf,
} from './store.ts';

function readerOf(work: Work): string {
  return need(work.actor.kind === 'person' ? work.actor : null, 'reader').personId;
}

export type Typed = {
  words: Readonly<Record<string, AnchorWord>>;
  sentence: string;
  needToKnow: string;
  knowsLanguage: boolean;
  /** When what the page showed was saved; null when the page did not say. */
  seen: string | null;
};

/** Keeps everything as typed; with `finish`, and for what was finished before, also asks whether it is whole. */
export async function saveReading(
  work: Work,
  fund: Fund,
  readingId: string,
  typed: Typed,
  finishing: boolean,
): Promise<Outcome<{ finished: boolean }, ReadingRefusal>> {
  const reading = need(await ownReading(work.tx, readingId, readerOf(work), true), 'reading');
  const writing = mayWrite(reading, await choosingBegan(work.tx, fund.id));
  if (!writing.yes) return refused(writing.reason);
  if (!isNewest(typed.seen, reading.savedAt)) return refused('newer');
  const finish = finishing || reading.finishedAt !== null;
  await keepWords(
    work.tx,
    readingId,
    Object.fromEntries(
      Object.entries(typed.words).map(([criterion, word]) => [
        criterion,
        { anchor: anchorOf(word), ask: word === 'ask' },
      ]),
    ),
  );
  const gaps = finish
    ? gapsOf(
        typed,
        fund.design.criteria.items.map((item) => item.id),
      )
    : [];
  const translated = await translationsOf(work.tx, reading.applicationId);
  const checked = translated.length > 0 && translated.every((each) => each.checkedAt !== null);
  const knows = typed.knowsLanguage || reading.finishedAt !== null;
  const whole = mayFinish({ inEnglish: reading.language === 'en', checked }, knows);
  const finished = finish && gaps.length === 0 && whole.yes;
  await keepReading(work.tx, readingId, {
    sentence: typed.sentence,
    need_to_know: typed.needToKnow,
    saved_at: work.now,
    finished_at: finished ? (reading.finishedAt ?? work.now) : null,
  });
  if (finish && gaps.length > 0) return invalid(...gaps);
  if (finish && !whole.yes) return refused(whole.reason);
  await work.record(finished ? 'reading.finished' : 'reading.saved', readingId, {}, fund.id);
  return done({ finished });
}

/** No reason is asked. Another reader is looked for within moments, as the system, so that no wall stands in the way. */
export async function stepBack(
  work: Work,
  fund: Fund,
  readingId: string,
): Promise<Outcome<{ id: string }, ReadingRefusal>> {
  const reading = need(await ownReading(work.tx, readingId, readerOf(work), true), 'reading');
  const writing = mayWrite(reading, await choosingBegan(work.tx, fund.id));
  if (!writing.yes) return refused(writing.reason);
  await leaveReading(work.tx, readingId, work.now);
  await work.record('reading.left', readingId, {}, fund.id);
  await work.enqueue('readers.changed', { fund: fund.id, application: reading.applicationId });
  return done({ id: readingId });
}

/** After a step back by mistake: the words are there as they were. Whoever was found meanwhile reads on too. */
export async function comeBack(
  work: Work,
  fund: Fund,
  readingId: string,
): Promise<Outcome<{ id: string }, ReadingRefusal>> {
  const reading = need(await ownReading(work.tx, readingId, readerOf(work), true), 'reading');
  if (reading.steppedBackAt === null) return done({ id: readingId });
  const coming = mayComeBack(reading, await choosingBegan(work.tx, fund.id));
  if (!coming.yes) return refused(coming.reason);
  await takeUpAgain(work.tx, readingId);
  await work.record('reading.takenUpAgain', readingId, {}, fund.id);
  return done({ id: readingId });
}

export async function flagWorry(
  work: Work,
  fund: Fund,
  readingId: string,
  words: string,
): Promise<Outcome<{ id: string }>> {
  const personId = readerOf(work);
  const reading = need(await ownReading(work.tx, readingId, personId), 'reading');
  if (words.trim() === '') return invalid({ field: 'worry', code: 'worry' });
  const id = newId();
  await addWorry(work.tx, { id, applicationId: reading.applicationId, personId, words, now: work.now });
  await work.record('worry.flagged', id, {}, fund.id);
  return done({ id });
}
