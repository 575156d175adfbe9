/** What is offered when no plan exists adds people and places first, leaves what protects somebody alone, and is enough. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendFaults } from '../../conformance/mending.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { readersOn } from './match.ts';
import type { ReadersOptions, ReadersProblem } from './problem.ts';

const highs = await loadSolver();

function stuck(problem: ReadersProblem, options: ReadersOptions = {}) {
  const result = readersOn(highs, problem, options, watchFor(10));
  assert.ok(result.status === 'infeasible', result.status);
  return result;
}

const linked: ReadersProblem = {
  readers: [
    { id: 'a', name: 'Amina', most: 4 },
    { id: 'b', name: 'Ben', most: 2 },
    { id: 'c', name: 'Chi', most: 0 },
  ],
  applications: ['w', 'x', 'y', 'z'].map((id) => ({ id, name: id.toUpperCase() })),
  fit: [
    [1, 1, 1, 1],
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ],
  reads: 1,
  exclusions: ['w', 'x', 'y', 'z'].map((application) => ({ reader: 'a', application, kind: 'link' })),
};

test('when a member is linked to everything, who must bring more places is said, and how many', () => {
  const { mends, words } = stuck(linked);
  assert.deepEqual(
    mends.map(({ kind, size }) => [kind, size]),
    [
      ['places', 2],
      ['readers', 2],
      ['readings', 2],
    ],
  );
  assert.match(words, /2 more places solve it: Ben\.$/);
  assert.match(mends[1]!.words, /^One more reader, with 2 places, solves it: [WXYZ] and [WXYZ]\.$/);
});

test('a link is lifted only where somebody says that links may be, and comes last even then', () => {
  assert.ok(stuck(linked).mends.every(({ kind }) => kind !== 'exclusion'));
  const { mends } = stuck(linked, { liftable: ['link'] });
  assert.deepEqual([mends.at(-1)!.kind, mends.at(-1)!.size], ['exclusion', 2]);
});

test('in a language nobody reads, one more reader who reads it is what helps', () => {
  const readers = linked.readers.map((reader) => ({ ...reader, most: 4, languages: ['en'] }));
  const applications = linked.applications.map((one) => (one.id === 'x' ? { ...one, language: 'ti' } : one));
  const { mends, words } = stuck({ ...linked, readers, applications, exclusions: [] });
  assert.match(
    words,
    /X needs 1 reading; nobody is free to read it .*One more reader who reads Tigrinya solves it: X\.$/,
  );
  assert.deepEqual(
    mends.map(({ kind }) => kind),
    ['readers', 'readings'],
  );
});

test('a new reader is asked for the group that is lacking, under the same cap as all', () => {
  const coverage = [{ name: 'lived: yes', readers: ['c'], applications: ['x'] }];
  const readers = linked.readers.map((reader) => ({ ...reader, most: reader.id === 'c' ? 0 : 4 }));
  const covered = stuck({ ...linked, readers, exclusions: [], coverage });
  assert.match(covered.words, /^X cannot have a reader from lived: yes\./);
  assert.match(covered.words, /One more reader who belongs to lived: yes solves it: X\.$/);
  const exposure = [{ name: 'distress', applications: ['w', 'x', 'y', 'z'], most: 1 }];
  const capped = stuck({ ...linked, readers, exposure }).mends.find(({ kind }) => kind === 'readers');
  assert.deepEqual([capped?.people, capped?.size], [3, 3]);
  assert.match(capped!.words, /^3 more readers, with 3 places in all, solve it/);
});

test('everyone who is equally in the way is named', () => {
  const readers = ['Amina', 'Ben'].map((name) => ({ id: name, name, least: 2, most: 3 }));
  const { obstacles, words } = stuck({
    readers,
    applications: [{ id: 'x' }, { id: 'y' }],
    fit: [
      [1, 1],
      [1, 1],
    ],
    reads: 1,
  });
  assert.deepEqual(
    obstacles.map((one) => [one.readers, one.needed, one.available]),
    [[['Amina', 'Ben'], 4, 2]],
  );
  assert.match(
    words,
    /Amina and Ben are to read at least 4 between them and can be given 2 readings\. Asking 2 readings less in all solves it: Amina and Ben\.$/,
  );
});

test('loads in hours are told in hours', () => {
  const hours = (least: number, most: number, efforts: number[]) =>
    stuck({
      readers: [
        { id: 'a', name: 'Amina', least, most },
        { id: 'b', name: 'Ben', most: 9 },
      ],
      applications: efforts.map((effort, i) => ({ id: `x${i}`, effort })),
      fit: [efforts.map(() => 1), efforts.map(() => 1)],
      reads: 1,
    });
  assert.match(
    hours(6, 8, [2, 2]).words,
    /Amina is to read at least 6 hours, may read 2 applications and can be given 4 hours\. Asking 2 hours less of Amina solves it/,
  );
  const between = hours(1, 1, [2, 1.5]);
  assert.match(
    between.words,
    /Amina is to read at least 1 hour, .*can be given 0 hours\. 0\.5 more hours solve it: Amina/,
  );
  assert.deepEqual(between.mends[0], {
    kind: 'places',
    size: 0.5,
    touches: [{ id: 'a', by: 0.5 }],
    words: '0.5 more hours solve it: Amina.',
  });
});

test('the order of a list moves no mend', () => {
  const turned = (problem: ReadersProblem): ReadersProblem => ({
    ...problem,
    readers: problem.readers.toReversed(),
    applications: problem.applications.toReversed(),
    fit: problem.fit.map((row) => row.toReversed()).toReversed(),
  });
  const readers = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, most: 1, least: i % 2 }));
  const applications = ['u', 'v', 'w', 'x', 'y', 'z'].map((id, i) => ({ id, effort: i % 3 === 0 ? 0.5 : 1 }));
  const fit = readers.map(() => applications.map(() => 1));
  const asked = { readers, applications, fit, reads: 1 };
  const touched = (problem: ReadersProblem) =>
    stuck(problem).mends.map(({ kind, touches }) => [kind, touches.map(({ id, by }) => `${id} ${by}`).sort()]);
  assert.deepEqual(touched(turned(asked)), touched(asked));
  assert.deepEqual(touched(turned(linked)), touched(linked));
});

test('every mend mends, none of its kind is smaller, and none is missing, in reads and in hours', () => {
  const { stuck: without, faults } = mendFaults(highs, 'short', 60);
  assert.deepEqual(faults, []);
  assert.ok(without > 30);
});
