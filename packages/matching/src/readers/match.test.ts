/** What a group gains when the library decides who reads what. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestByTrying, smallQuestion } from '../../conformance/exhaustive.ts';
import { randomQuestion } from '../../conformance/random.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { checkReaders } from './check.ts';
import { readersOn, summary } from './match.ts';
import type { ReadersOptions, ReadersProblem } from './problem.ts';
import type { ReadersPlan } from './result.ts';

const highs = await loadSolver();

function planOf(problem: ReadersProblem, options: ReadersOptions = {}): ReadersPlan {
  const result = readersOn(highs, problem, options, watchFor(20));
  assert.ok(result.status === 'optimal' || result.status === 'feasible', JSON.stringify(result));
  assert.deepEqual(checkReaders(problem, result, options).faults, []);
  return result;
}

const readerOf = (plan: ReadersPlan, application: string) =>
  plan.pairs
    .filter((pair) => pair.application === application)
    .map((pair) => pair.reader)
    .sort();

const three: ReadersProblem = {
  readers: [
    { id: 'amina', name: 'Amina', most: 2 },
    { id: 'ben', name: 'Ben', most: 2 },
    { id: 'chi', name: 'Chi', most: 2 },
  ],
  applications: [{ id: 'x' }, { id: 'y' }, { id: 'z' }],
  fit: [
    [9, 8, 1],
    [8, 7, 1],
    [2, 1, 1],
  ],
  reads: 2,
};

test('the weakest application is raised before the sum is', () => {
  const problem = {
    ...three,
    reads: 1,
    fit: [
      [10, 9],
      [2, 0],
    ],
    readers: three.readers.slice(0, 2).map((r) => ({ ...r, most: 1 })),
    applications: three.applications.slice(0, 2),
  };
  assert.equal(planOf(problem, { objective: 'total' }).total, 11);
  const unequal = {
    ...problem,
    fit: [
      [10, 6],
      [9, 1],
    ],
  };
  assert.equal(planOf(unequal, { objective: 'total' }).worst?.fit, 6);
  const torn = {
    ...problem,
    fit: [
      [10, 3],
      [5, 0],
    ],
  };
  assert.deepEqual(
    [planOf(torn, { objective: 'total' }).total, planOf(torn, { objective: 'total' }).worst?.fit],
    [10, 0],
  );
  const raised = planOf(torn);
  assert.deepEqual([raised.total, raised.worst?.fit], [8, 3]);
  assert.match(raised.costs[0]!.words, /Raising the worst-covered application cost 2 of total fit/);
});

test('somebody who offers nothing is given nothing and asked no reason', () => {
  const readers = [...three.readers, { id: 'dee', name: 'Dee', most: 0, least: 0 }];
  const plan = planOf({ ...three, readers, fit: [...three.fit, [99, 99, 99]] });
  assert.equal(plan.loads.find((load) => load.reader === 'dee')?.reads, 0);
});

test('hours are kept where applications cost different hours', () => {
  const problem: ReadersProblem = {
    readers: [
      { id: 'a', most: 3 },
      { id: 'b', most: 5 },
    ],
    applications: [
      { id: 'long', effort: 3 },
      { id: 'short', effort: 1 },
      { id: 'mid', effort: 2 },
    ],
    fit: [
      [9, 9, 9],
      [1, 1, 1],
    ],
    reads: 1,
  };
  const plan = planOf(problem, { objective: 'total' });
  assert.equal(plan.total, 19);
  assert.ok(plan.loads.every((load) => load.effort <= load.most!));
});

test('nobody reads a language they do not have, and the cost of that is said', () => {
  const readers = three.readers.map((reader, i) => ({ ...reader, languages: i === 0 ? ['en'] : ['en', 'ti'] }));
  const applications = [{ id: 'x', language: 'ti' }, { id: 'y' }, { id: 'z' }];
  const plan = planOf({ ...three, readers, applications });
  assert.deepEqual(readerOf(plan, 'x'), ['ben', 'chi']);
  const cost = plan.costs.find((one) => one.rule === 'Exclusions for language');
  assert.ok(cost && cost.total > 0);
});

test('each application has one reader who has lived it', () => {
  const plan = planOf({
    ...three,
    reads: 1,
    readers: three.readers.map((r) => ({ ...r, most: 3 })),
    coverage: [{ name: 'route', readers: ['chi'] }],
  });
  assert.ok(plan.pairs.every((pair) => pair.reader === 'chi'));
});

test('distressing applications are shared out under the cap', () => {
  const plan = planOf({
    ...three,
    exposure: [{ name: 'detention', applications: ['x', 'y', 'z'], most: 3, ofReader: { amina: 1 } }],
    readers: three.readers.map((r) => ({ ...r, most: 3 })),
  });
  assert.equal(plan.loads.find((load) => load.reader === 'amina')?.reads, 1);
});

test('equal plans are shared out evenly and then decided by the seed alone', () => {
  const fit = Array.from({ length: 6 }, () => new Array<number>(12).fill(5));
  const readers = fit.map((_, i) => ({ id: `r${i}`, most: 12 }));
  const applications = Array.from({ length: 12 }, (_, i) => ({ id: `a${i}` }));
  const problem = { readers, applications, fit, reads: 3 };
  const plan = planOf(problem, { seed: 'one' });
  assert.ok(plan.loads.every((load) => load.reads === 6));
  assert.deepEqual(planOf(problem, { seed: 'one' }).pairs, plan.pairs);
  assert.notDeepEqual(planOf(problem, { seed: 'two' }).pairs, plan.pairs);
  const turned = { ...problem, readers: readers.toReversed(), applications: applications.toReversed() };
  const pairs = (p: ReadersPlan) => p.pairs.map((pair) => `${pair.reader} ${pair.application}`).sort();
  assert.deepEqual(pairs(planOf(turned, { seed: 'one' })), pairs(plan), 'the order of the list decides nothing');
});

test('a perturbation moves readings, says its seed, and never gains', () => {
  const { problem } = randomQuestion('perturbation 3');
  const options: ReadersOptions = { objective: 'total', costs: false, seed: 'public record' };
  const still = planOf(problem, options);
  const moved = planOf(problem, { ...options, perturbation: 0.8 });
  assert.notDeepEqual(moved.pairs, still.pairs);
  assert.ok(moved.total <= still.total + 1e-9);
});

test('readers in two camps are joined when an equal exchange can', () => {
  const fit = Array.from({ length: 4 }, () => [1, 1, 1, 1]);
  const readers = ['a', 'b', 'c', 'd'].map((id) => ({ id, most: 2 }));
  const applications = ['w', 'x', 'y', 'z'].map((id) => ({ id }));
  for (const seed of ['1', '2', '3', '4', '5', '6']) {
    assert.equal(planOf({ readers, applications, fit, reads: 2 }, { seed }).overlap.groups.length, 1);
  }
});

test('what was locked by hand stays, and the rest is solved again around it', () => {
  const locks = [
    { reader: 'chi', application: 'x', keep: true },
    { reader: 'amina', application: 'x', keep: false },
  ];
  const plan = planOf({ ...three, locks });
  assert.deepEqual(readerOf(plan, 'x'), ['ben', 'chi']);
  assert.match(plan.pairs.find((pair) => pair.reader === 'chi' && pair.application === 'x')!.words, /Kept by hand/);
});

test('giving a little fit away lets loads level', () => {
  const problem: ReadersProblem = {
    readers: [
      { id: 'a', most: 4 },
      { id: 'b', most: 4 },
    ],
    applications: ['w', 'x', 'y', 'z'].map((id) => ({ id })),
    fit: [
      [10, 10, 10, 10],
      [9.9, 9.9, 9.9, 9.9],
    ],
    reads: 1,
  };
  const strict = planOf(problem, { objective: 'total' });
  const eased = planOf(problem, { objective: 'total', slack: { total: 0.01 } });
  assert.deepEqual(
    strict.loads.map((load) => load.reads),
    [4, 0],
  );
  assert.deepEqual(
    eased.loads.map((load) => load.reads),
    [2, 2],
  );
});

test('every reading has a reason that names the better reader who was full', () => {
  const plan = planOf(three, { objective: 'total' });
  assert.match(
    plan.pairs.find((pair) => pair.reader === 'chi')!.words,
    /2 of 3 possible readers fit better\. (Amina|Ben) is full/,
  );
  assert.match(summary(three, plan), /6 readings by 3 readers, 2 to 2 each/);
});

test('a question that contradicts itself is refused by name', () => {
  const ask = (problem: ReadersProblem) => () => readersOn(highs, problem, {}, watchFor(5));
  assert.throws(
    ask({ ...three, readers: [three.readers[0]!, three.readers[0]!, three.readers[1]!] }),
    /Two readers have the id amina/,
  );
  assert.throws(ask({ ...three, exclusions: [{ reader: 'zoe', application: 'x', kind: 'link' }] }), /zoe/);
  const locks = [{ reader: 'amina', application: 'x', keep: true }];
  const exclusions = [{ reader: 'amina', application: 'x', kind: 'link' }];
  assert.throws(ask({ ...three, locks, exclusions }), /barred: link/);
});

test('somebody who mistrusts the plan can catch a changed pair, total or proof', () => {
  const plan = planOf(three);
  const check = (changed: Partial<ReadersPlan>) => checkReaders(three, { ...plan, ...changed }).faults.join(' ');
  assert.match(check({ pairs: plan.pairs.slice(1) }), /The rule reads:x is not kept/);
  assert.match(check({ total: plan.total + 1 }), /The total is/);
  const stages = plan.stages.map((stage) => (stage.goal === 'total' ? { ...stage, value: stage.value + 5 } : stage));
  assert.match(check({ stages }), /certificate of total does not hold/);
});

test('however short the time, people get a plan that keeps the rules, and are told how far it may be from the best', () => {
  const readers = three.readers.map((reader, i) => ({ ...reader, most: 4, least: i === 0 ? 0 : 2 }));
  const result = readersOn(highs, { ...three, readers, reads: 2 }, {}, watchFor(0));
  assert.ok(result.status === 'feasible', result.status);
  assert.deepEqual(checkReaders({ ...three, readers }, result).faults, []);
  assert.ok(result.gap! > 0 && result.total < result.bound);
  let plans = 0;
  for (let i = 0; i < 60; i++) {
    const { coverage: _, exposure: __, ...problem } = smallQuestion(`short ${i}`);
    const best = bestByTrying(problem, 'total');
    const quick = readersOn(highs, problem, { objective: 'total', costs: false }, watchFor(0));
    assert.equal(quick.status, best === null ? 'infeasible' : 'feasible', `question ${i}`);
    if (best === null || quick.status !== 'feasible') continue;
    plans++;
    assert.deepEqual(checkReaders(problem, quick, { objective: 'total' }).faults, [], `question ${i}`);
    assert.ok(quick.bound >= best.total - 1e-9, `question ${i}`);
    assert.ok(Math.abs(quick.gap! - (quick.bound - quick.total)) < 1e-9, `question ${i}`);
  }
  assert.ok(plans > 20);
});

test('a gap of the total is not stated while the worst-covered application might be raised', () => {
  const problem = {
    readers: ['a', 'b'].map((id) => ({ id, most: 1 })),
    applications: [{ id: 'x' }, { id: 'y' }],
    fit: [
      [10, 3],
      [5, 0],
    ],
    reads: 1,
  };
  const short = readersOn(highs, problem, {}, watchFor(0));
  assert.ok(short.status === 'feasible');
  assert.deepEqual([short.worst?.fit, short.gap, short.worstGap], [0, null, 3]);
  const whole = planOf(problem);
  assert.deepEqual([whole.worst?.fit, whole.gap, whole.worstGap], [3, 0, 0]);
});

test('a match with hours that runs out of time before a first plan says so', () => {
  const applications = three.applications.map((one, i) => ({ ...one, effort: 0.5 + i / 2 }));
  assert.equal(readersOn(highs, { ...three, applications }, {}, watchFor(0)).status, 'stopped');
});

test('a limit without end is no limit', () => {
  assert.equal(readersOn(highs, three, {}, watchFor(Number.POSITIVE_INFINITY)).status, 'optimal');
});

test('a plan that gives some of its total away still says what the total could be', () => {
  const problem: ReadersProblem = {
    readers: ['a', 'b'].map((id) => ({ id, most: 4 })),
    applications: ['w', 'x', 'y', 'z'].map((id) => ({ id })),
    fit: [
      [10, 10, 10, 10],
      [9, 9, 9, 9],
    ],
    reads: 1,
  };
  const plan = planOf(problem, { objective: 'total', slack: { total: 0.05 } });
  assert.deepEqual([plan.total, plan.bound, plan.gap, plan.worstGap], [38, 40, 0, null]);
});

test('nothing to read is said in a whole sentence', () => {
  const problem = { readers: three.readers, applications: [], fit: [[], [], []], reads: 2 };
  assert.equal(summary(problem, planOf(problem)), '0 readings by 0 readers, 0 to 0 each; the fits add up to 0.');
});
