/** While a ballot is counted everyone else is answered, and the count is the same to the last letter. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countBallots, manifestFor, type Paper } from '../count.ts';
import { unlock } from '../locked.ts';
import { agreedRule, readMarks } from '../rules.ts';
import { countApart } from './apart.ts';
import type { Counting } from './seal.ts';

const phrase = 'nine slow barges under a white bridge';
const choice = {
  rule: 'mes',
  utility: 'points-cost',
  completion: 'add1u',
  ties: 'max-supporters,min-cost,id',
} as const;

function ballotOf(options: number, voters: number): Counting {
  const ids = Array.from({ length: options }, (_, n) => `application ${String(n).padStart(2, '0')}`);
  const laid = ids.map((applicationId, n) => ({ applicationId, pence: 700_000 + n * 130_000, feePence: n % 3 }));
  const papers = Array.from({ length: voters }, (_, voter): Paper => {
    const away = new Set(voter === 4 ? [ids[1] ?? ''] : []);
    const said = (id: string) => String((ids.indexOf(id) * 7 + voter * 5 + ((ids.indexOf(id) * voter) % 4)) % 6);
    const name = `voter ${String(voter + 1).padStart(2, '0')}`;
    return { pseudonym: name, salt: `a salt that is long enough ${voter}`, marks: readMarks(said, ids, away) };
  });
  const rule = agreedRule(choice, 7);
  const rolled = papers.map(({ pseudonym, marks }) => ({ pseudonym, recused: marks.recused }));
  const potPence = laid.reduce((sum, each) => sum + each.pence, 0) / 3;
  const pot = Math.floor(potPence);
  return {
    options: laid,
    potPence: pot,
    rule,
    manifest: manifestFor(laid, pot, rule, rolled).manifest,
    papers,
    phrase,
  };
}

test('a count of 24 applications and 12 ballots leaves everyone else served, and its record is the same', async () => {
  const counting = ballotOf(24, 12);
  const began = performance.now();
  let [last, longest] = [began, 0];
  const tick = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(tick, 5);
  const sealed = await countApart(counting);
  tick();
  clearInterval(timer);
  const took = last - began;
  assert.ok(longest < took / 2, `nobody was answered for ${longest.toFixed(0)} of ${took.toFixed(0)} ms`);
  const { options, potPence, rule, manifest, papers } = counting;
  const here = countBallots(options, potPence, rule, manifest, papers);
  assert.equal(unlock(sealed.locked, phrase), JSON.stringify(here.record));
  assert.equal(JSON.stringify(sealed.edition), JSON.stringify(here.edition));
  assert.equal(JSON.stringify(sealed.whys), JSON.stringify(here.whys));
  assert.deepEqual([sealed.root, sealed.codes], [here.record.root, here.record.commitments]);
});

test('a count that breaks, dies or takes too long gives nothing, and can be asked for again', async () => {
  const counting = ballotOf(6, 8);
  const papers = counting.papers.map((paper, n) => (n === 2 ? { ...paper, salt: 'short' } : paper));
  await assert.rejects(countApart({ ...counting, papers }), { name: 'RangeError', message: /salt/ });
  await assert.rejects(countApart(ballotOf(24, 12), 0.05), /longer than 0.05 s/);
  process.once('worker', (worker) => void worker.terminate());
  await assert.rejects(countApart(counting), /ended early/);
  assert.equal((await countApart(counting)).codes.length, 8);
});
