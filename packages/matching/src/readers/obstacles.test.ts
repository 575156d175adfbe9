/** When no plan exists, the group learns who and what stands in the way and the smallest change. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../seed.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { readersOn } from './match.ts';
import type { ReadersProblem } from './problem.ts';

const highs = await loadSolver();

/** The refusal and the processor time it took, in milliseconds: on a busy machine the clock tells of others. */
function refused(problem: ReadersProblem) {
  const before = process.cpuUsage();
  const result = readersOn(highs, problem, {}, watchFor(10));
  assert.ok(result.status === 'infeasible', result.status);
  const { user, system } = process.cpuUsage(before);
  return { ...result, took: (user + system) / 1000 };
}

/** Forty members and a thousand applications; the changes come on top. */
function large(change: (problem: ReadersProblem) => ReadersProblem): ReadersProblem {
  const random = seeded('large');
  const readers = Array.from({ length: 40 }, (_, i) => ({ id: `r${i}`, name: `Member ${i + 1}`, most: 85, least: 0 }));
  const applications = Array.from({ length: 1000 }, (_, i) => ({ id: `a${i}`, name: `Application ${i + 1}` }));
  return change({ readers, applications, fit: readers.map(() => applications.map(() => random())), reads: 3 });
}

test('two members who alone are free for seven applications are named, with the one place that is short', () => {
  const people = ['Amina', 'Ben', 'Chi', 'Dee'];
  const readers = people.map((name, i) => ({ id: name.toLowerCase(), name, most: i < 2 ? 7 - i : 20 }));
  const applications = Array.from({ length: 12 }, (_, i) => ({ id: `a${i + 1}`, name: `Application ${i + 1}` }));
  const exclusions = ['chi', 'dee'].flatMap((reader) =>
    applications.slice(0, 7).map(({ id }) => ({ reader, application: id, kind: 'link' })),
  );
  const result = refused({
    readers,
    applications,
    fit: people.map(() => applications.map(() => 1)),
    reads: 2,
    exclusions,
  });
  assert.equal(result.obstacles.length, 1);
  const [obstacle] = result.obstacles;
  assert.deepEqual(obstacle!.readers, ['amina', 'ben']);
  assert.deepEqual(
    obstacle!.applications,
    applications.slice(0, 7).map(({ id }) => id),
  );
  assert.deepEqual([obstacle!.needed, obstacle!.available], [14, 13]);
  assert.match(obstacle!.words, /Amina and Ben are the only ones free/);
  assert.deepEqual([result.mends[0]!.kind, result.mends[0]!.size], ['places', 1]);
  assert.deepEqual(result.mends[0]!.touches, [{ id: 'ben', by: 1 }]);
  assert.match(result.words, /1 more place solves it: Ben/);
});

test('one place short among a thousand applications is found within a second', () => {
  const result = refused(
    large((problem) => ({
      ...problem,
      readers: problem.readers.map((reader, i) => ({ ...reader, most: i === 0 ? 74 : 75 })),
    })),
  );
  assert.deepEqual([result.mends[0]!.kind, result.mends[0]!.size], ['places', 1]);
  assert.equal(result.obstacles[0]!.needed - (result.obstacles[0]!.available ?? Number.NaN), 1);
  assert.ok(result.took < 1000, `${result.took} ms`);
});

test('a member linked to everything who was to read something is named within a second', () => {
  const result = refused(
    large((problem) => ({
      ...problem,
      readers: problem.readers.map((reader, i) => (i === 7 ? { ...reader, least: 5 } : reader)),
      exclusions: problem.applications.map(({ id }) => ({ reader: 'r7', application: id, kind: 'link' })),
    })),
  );
  assert.deepEqual(
    result.obstacles.map((obstacle) => obstacle.readers),
    [['r7']],
  );
  assert.match(result.words, /Member 8 is to read at least 5, may read 0 applications .*1000 link/);
  assert.deepEqual([result.mends[0]!.kind, result.mends[0]!.size], ['minimum', 5]);
  assert.ok(result.took < 1000, `${result.took} ms`);
});

test('a language nobody reads is named with the applications in it within a second', () => {
  const result = refused(
    large((problem) => ({
      ...problem,
      readers: problem.readers.map((reader) => ({ ...reader, languages: ['en', 'ar'] })),
      applications: problem.applications.map((one, i) =>
        i % 250 === 3 ? { ...one, language: 'ti' } : { ...one, language: 'en' },
      ),
    })),
  );
  assert.deepEqual(
    result.obstacles.map((obstacle) => obstacle.applications),
    [['a3', 'a253', 'a503', 'a753']],
  );
  assert.deepEqual(result.obstacles[0]!.readers, []);
  assert.match(result.words, /nobody is free to read them \(pairs barred: 160 language\)/);
  assert.equal(result.mends[0]!.kind, 'readers', 'what adds comes first');
  assert.match(
    result.mends[0]!.words,
    /^3 more readers who read Tigrinya, with 12 places in all, solve it: Application 4, /,
  );
  assert.ok(result.took < 1000, `${result.took} ms`);
});

test('who offers nothing is told in a sentence, apart from pairs that must not be', () => {
  const readers = ['a', 'b', 'c', 'd'].map((id) => ({ id, most: id === 'a' ? 9 : id === 'b' ? 3 : 0 }));
  const applications = [{ id: 'x' }, { id: 'y' }];
  const fit = readers.map(() => [1, 1]);
  const exclusions = [{ reader: 'b', application: 'x', kind: 'link' }];
  const { obstacles, words } = refused({ readers, applications, fit, reads: 2, exclusions });
  assert.match(words, /\(pairs barred: 1 link; 2 people offer nothing\)/);
  assert.deepEqual([obstacles[0]?.kind, obstacles[0]?.applications], ['shortage', ['x']]);
  const alone = refused({
    readers: readers.slice(0, 1).concat({ id: 'e', most: 0 }),
    applications,
    fit: fit.slice(2),
    reads: 2,
  });
  assert.match(alone.words, /can give 1 \(1 person offers nothing\)|can give 2 \(1 person offers nothing\)/);
});

test('coverage that nobody can give is named apart from loads', () => {
  const readers = ['a', 'b', 'c'].map((id) => ({ id, most: 9 }));
  const result = refused({
    readers,
    applications: [{ id: 'x' }, { id: 'y' }],
    fit: [
      [1, 1],
      [1, 1],
      [null, 1],
    ],
    reads: 1,
    coverage: [{ name: 'lived experience', readers: ['c'] }],
  });
  assert.match(result.words, /x cannot have a reader from lived experience/);
  assert.equal(result.mends[0]!.size, 1);
});

test('two troubles at once are both named', () => {
  const readers = [
    { id: 'a', most: 1 },
    { id: 'b', most: 9, least: 3 },
  ];
  const exclusions = [
    { reader: 'b', application: 'x', kind: 'link' },
    { reader: 'b', application: 'y', kind: 'link' },
  ];
  const applications = ['x', 'y', 'z'].map((id) => ({ id }));
  const result = refused({
    readers,
    applications,
    fit: [
      [1, 1, 1],
      [1, 1, 1],
    ],
    reads: 1,
    exclusions,
  });
  assert.match(result.words, /x and y need 2 readings; a is the only one free/);
  assert.match(result.words, /b is to read at least 3/);
  assert.ok(result.mends.length > 0);
});
