/** The deeds of telling: draft from readers' sentences, check, and let everyone hear on the same day. */
import { done, invalid, need, type Outcome, refused } from '../../kernel/outcomes.ts';
import type { Work } from '../../platform/work.ts';
import { lockTable, recommendedIn, somethingHidden } from '../choosing/store.ts';
import type { Fund } from '../pool/store.ts';
import { spreadFor } from '../reading/store.ts';
import { draft, gapsOf, mayRelease, type Reasons, type ReleaseRefusal } from './rules.ts';
import * as store from './store.ts';

function personOf(work: Work): string {
  return need(work.actor.kind === 'person' ? work.actor : null, 'person').personId;
}

export type DraftRefusal = 'not-decided' | 'told' | 'linked';

/** Drafts what is missing and what a changed set has made untrue; what a person checked and is still true stays. */
export async function draftLetters(work: Work, fund: Fund): Promise<Outcome<{ drafted: number }, DraftRefusal>> {
  await lockTable(work.tx, fund.id);
  if ((await recommendedIn(work.tx, fund.id)).length === 0) return refused('not-decided');
  if (await store.releasedAt(work.tx, fund.id)) return refused('told');
  if (await somethingHidden(work.tx)) return refused('linked');
  const spreads = await spreadFor(work.tx, fund.id);
  const open = (await store.everyoneIn(work.tx, fund.id)).filter(
    (each) => each.letter?.checkedAt == null || each.letter.outcome !== each.outcome,
  );
  const drafts = open.map((each) => {
    const spread = spreads.get(each.applicationId);
    const criteria = fund.design.criteria.items.flatMap((item) => {
      const counts = spread?.criteria[item.id];
      return counts ? [{ name: item.name, counts }] : [];
    });
    return {
      applicationId: each.applicationId,
      outcome: each.outcome,
      ...draft({ sentences: spread?.sentences ?? [], criteria }),
    };
  });
  await store.keepDrafts(work.tx, fund.id, drafts, work.now);
  await work.record('letters.drafted', fund.id, { letters: drafts.length }, fund.id);
  return done({ drafted: drafts.length });
}

/** Keeps the words as a person wants them; with `checked`, the letter is ready when nothing is missing. */
export async function keepLetter(
  work: Work,
  fund: Fund,
  applicationId: string,
  words: Reasons,
  checked: boolean,
): Promise<Outcome<{ id: string }, 'told'>> {
  await lockTable(work.tx, fund.id);
  if (await store.releasedAt(work.tx, fund.id)) return refused('told');
  const gaps = checked ? gapsOf(words) : [];
  await store.keepLetter(
    work.tx,
    applicationId,
    words,
    checked && gaps.length === 0 ? { personId: personOf(work), at: work.now } : null,
  );
  if (gaps.length > 0) return invalid(...gaps);
  await work.record(checked ? 'letter.checked' : 'letter.saved', applicationId, {}, fund.id);
  return done({ id: applicationId });
}

export async function checkLetters(
  work: Work,
  fund: Fund,
  applicationIds: readonly string[],
): Promise<Outcome<{ checked: number }, 'told'>> {
  await lockTable(work.tx, fund.id);
  if (await store.releasedAt(work.tx, fund.id)) return refused('told');
  const checked = await store.checkLetters(work.tx, fund.id, applicationIds, personOf(work), work.now);
  await work.record('letters.checked', fund.id, { letters: checked }, fund.id);
  return done({ checked });
}

/** Everyone still in hears at the same moment. Doing it again changes nothing. */
export async function letEveryoneHear(
  work: Work,
  fund: Fund,
): Promise<Outcome<{ told: number }, ReleaseRefusal | 'linked'>> {
  await lockTable(work.tx, fund.id);
  if (await store.releasedAt(work.tx, fund.id)) return done({ told: 0 });
  if (await somethingHidden(work.tx)) return refused('linked');
  const all = await store.everyoneIn(work.tx, fund.id);
  const verdict = mayRelease({
    decided: (await recommendedIn(work.tx, fund.id)).length > 0,
    standing: all.length,
    drafted: all.filter((each) => each.letter).length,
    checked: all.filter((each) => each.letter?.checkedAt).length,
    outdated: all.filter((each) => each.letter && each.letter.outcome !== each.outcome).length,
  });
  if (!verdict.yes) return refused(verdict.reason);
  if (!(await store.release(work.tx, fund.id, personOf(work), work.now))) return done({ told: 0 });
  const told = await store.tellAll(work.tx, fund.id, work.now);
  for (const application of told) await work.enqueue('results.letter', { application }, application);
  await work.record('results.told', fund.id, { told: told.length }, fund.id);
  return done({ told: told.length });
}
