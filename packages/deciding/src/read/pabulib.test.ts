import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InputError } from '../election.ts';
import { readPabulib } from './pabulib.ts';
import { writePabulib } from './write-pabulib.ts';

function file(projects: string, votes: string, meta = ''): string {
  return `META\nkey;value\nbudget;1000\nvote_type;approval\n${meta}PROJECTS\n${projects}VOTES\n${votes}`;
}
const TWO = 'project_id;cost;name\na;100;A\nb;200;B\n';

function fault(text: string): InputError {
  try {
    readPabulib(text);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

test('a file from a spreadsheet with a byte-order mark and Windows line ends is read', () => {
  const e = readPabulib(`\uFEFF${file(TWO, 'voter_id;vote\n1;a,b\n').replaceAll('\n', '\r\n')}`);
  assert.deepEqual(e.ballots, [{ voter: '1', choices: [0, 1] }]);
});

test('amounts with decimal points and decimal commas are kept to the penny', () => {
  const e = readPabulib(file('project_id;cost\na;1404775.68\nb;12,5\n', 'voter_id;vote\n', 'x;y\n'));
  assert.equal(e.scale, 100n);
  assert.deepEqual(
    e.options.map((o) => o.cost),
    [140477568n, 1250n],
  );
  assert.equal(e.budget, 100000n);
});

test('a name in quotes may hold semicolons, quotes and a line end', () => {
  const e = readPabulib(file('project_id;cost;name\na;100;"Trees; a ""lot""\nof them"\n', 'voter_id;vote\n1;a\n'));
  assert.equal(e.options[0]!.name, 'Trees; a "lot"\nof them');
  assert.equal(e.ballots.length, 1);
});

test('a project named twice on a ballot counts once', () => {
  assert.deepEqual(readPabulib(file(TWO, 'voter_id;vote\n1;a,b,a\n')).ballots[0]!.choices, [0, 1]);
});

test('somebody who chose nothing still counts as a voter', () => {
  assert.deepEqual(readPabulib(file(TWO, 'voter_id;vote;age\n7;;30\n')).ballots, [{ voter: '7', choices: [] }]);
});

test('points with decimals become whole points of a common unit', () => {
  const e = readPabulib(file(TWO, 'voter_id;vote;points\n1;a,b;0.5,2\n').replace('approval', 'cumulative'));
  assert.deepEqual(e.ballots[0]!.points, [5, 20]);
  assert.equal(e.pointScale, 10);
});

test('without voter ids the voters are numbered', () => {
  assert.deepEqual(
    readPabulib(file(TWO, 'vote\na\nb\n')).ballots.map((b) => b.voter),
    ['1', '2'],
  );
});

test('whoever made a mistake in the file is told the line and the column', () => {
  const place = (text: string): string => {
    const f = fault(text);
    return `${f.line}:${f.column} ${f.message.includes(`line ${f.line}, column ${f.column}`)}`;
  };
  assert.equal(place(file(TWO, 'voter_id;vote\n1;a,nope\n')), '11:5 true');
  assert.equal(place(file('project_id;cost\na;free\n', 'voter_id;vote\n')), '7:3 true');
  assert.equal(place(file('project_id;cost\na;1\na;2\n', 'voter_id;vote\n')), '8:1 true');
  assert.equal(place(file('project_id;price\na;1\n', 'voter_id;vote\n')), '6:1 true');
  assert.equal(place(file(TWO, 'voter_id;vote;points\n1;a,b;1\n').replace('approval', 'cumulative')), '11:7 true');
  assert.equal(place(file(TWO, 'voter_id;vote\n1;a,b\n').replace('approval', 'choose-1')), '11:3 true');
  assert.equal(fault('hello\n').line, 1);
});

test('a file that is written reads back as the same election', () => {
  const texts = [
    file('project_id;cost;name;note\na;1.5;"A; B";x\nb;200;C;\n', 'voter_id;vote\n"v;1";a,b\n2;\n'),
    file(TWO, 'voter_id;vote;points\n1;b,a;0.5,2\n').replace('approval', 'cumulative'),
    file(TWO, 'voter_id;vote\n1;b,a\n').replace('approval', 'ordinal'),
    file(TWO, 'voter_id;vote\n1;b\n').replace('approval', 'choose-1'),
  ];
  for (const text of texts) {
    const once = readPabulib(text);
    const again = readPabulib(writePabulib(once));
    assert.deepEqual({ ...again, meta: {} }, { ...once, meta: {}, options: again.options });
    assert.deepEqual(
      again.options.map((o) => [o.id, o.name, o.cost]),
      once.options.map((o) => [o.id, o.name, o.cost]),
    );
  }
});

test('what a .pb file cannot say is not silently dropped when writing', () => {
  const e = readPabulib(file(TWO, 'voter_id;vote\n1;a\n'));
  assert.throws(() => writePabulib({ ...e, ballots: [{ voter: '1', choices: [0], recused: [1] }] }), RangeError);
});
