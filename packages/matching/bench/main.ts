/** `npm run bench -w packages/matching [-- --json]`: how fast each kind of match is, against its bar. */
import { randomCircles } from '../conformance/circles.ts';
import { complete, evenLoads, midl } from '../conformance/data.ts';
import { sharedFolder } from '../conformance/data-folder.ts';
import { matchCircles, matchMentors, matchReaders } from '../src/run.ts';
import { loadSolver } from '../src/solver/highs.ts';
import { pageTimes } from './page.ts';
import { mentors, readers, refusals } from './questions.ts';
import { lossOf } from './two-pass.ts';

interface BenchRow {
  id: string;
  expected: string;
  got: unknown;
  ok: boolean;
}

const json = process.argv.includes('--json');
const rows: BenchRow[] = [];

function note(row: BenchRow): void {
  rows.push(row);
  if (!json)
    process.stdout.write(`${row.ok ? 'ok  ' : 'SLOW'} ${row.id}: ${JSON.stringify(row.got)} (${row.expected})\n`);
}

/**
 * Seconds of the answer itself, the median of a few, without the start of the thread; `processor` is the mean of all
 * processor seconds with that start, which a busy machine does not stretch.
 */
async function timed(
  id: string,
  bar: number,
  times: number,
  answer: () => Promise<{ seconds: number; status: string }>,
) {
  const all: number[] = [];
  let status = '';
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) {
    const result = await answer();
    status = result.status;
    all.push(result.seconds);
  }
  const median = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
  const { user, system } = process.cpuUsage(before);
  const processor = Math.round((user + system) / times / 1000) / 1000;
  const got = { seconds: median, processor };
  note({ id: `${id}, ${status}`, expected: `at most ${bar} s, median of ${times}`, got, ok: median <= bar });
}

const wide = readers(40, 1000, 3);
const long = readers(20, 2000, 3);
const pairs = mentors(75, 40);
await timed('readers 1000 x 40 x 3, all goals', 2.5, 5, () => matchReaders(wide, { costs: false }));
await timed('readers 1000 x 40 x 3, all goals and costs', 2.5, 3, () => matchReaders(wide));
await timed('readers 2000 x 20 x 3, all goals', 0.6, 5, () => matchReaders(long, { costs: false }));
await timed('mentors 75 x 40, four goals', 1.5, 5, () => matchMentors(pairs));
await timed('circles of 150 people', 5, 3, () => matchCircles(randomCircles('bench', 150)));
await timed('circles of 150 people with facilitators', 5, 3, () => matchCircles(randomCircles('bench', 150, true)));
for (const { id, problem } of refusals()) await timed(`no plan: ${id}`, 1, 3, () => matchReaders(problem));

const page = await pageTimes(2);
const rounded = { idle: Math.round(page.idle * 10) / 10, during: Math.round(page.busy * 10) / 10 };
note({
  id: 'p95 of a page in ms',
  expected: 'during at most 50 above idle',
  got: rounded,
  ok: page.busy <= page.idle + 50,
});

const highs = await loadSolver();
const shared = sharedFolder();
const losses = [
  { id: 'readers 1000 x 40 x 3', problem: wide },
  { id: 'readers 2000 x 20 x 3', problem: long },
  ...(shared !== null && complete(shared)
    ? [
        { id: 'midl reads 3 loads 1-4', problem: evenLoads(midl(shared), 3, 1, 4) },
        { id: 'midl reads 3 loads 1-3', problem: evenLoads(midl(shared), 3, 1, 3) },
        { id: 'midl reads 2 loads 1-2', problem: evenLoads(midl(shared), 2, 1, 2) },
      ]
    : []),
];
for (const { id, problem } of losses) {
  const { joint, twoPass, share } = lossOf(highs, problem);
  const got = { joint, twoPass, lostPercent: share === null ? null : Math.round(share * 1e4) / 100 };
  note({
    id: `two passes lose of total fit, ${id}`,
    expected: 'never below 0',
    got,
    ok: share === null || share >= -1e-9,
  });
}

if (shared !== null && complete(shared)) {
  // Everybody's least load is the average load here, so that floors make the total hard: it is not proven in the time.
  const hard = await matchReaders(evenLoads(midl(shared), 3, 2, 4), { costs: false, timeLimit: 30 });
  const open =
    hard.status === 'optimal' || hard.status === 'feasible' ? (hard.gap ?? Number.NaN) / hard.bound : Number.NaN;
  note({
    id: `a hard question stopped at 30 s, midl reads 3 loads 2-4, ${hard.status}`,
    expected: 'total at most 5 per cent from its bound',
    got: { seconds: hard.seconds, openPercent: Math.round(open * 1e4) / 100 },
    ok: open <= 0.05,
  });
}

const good = rows.filter((row) => row.ok).length;
const ok = good === rows.length;
const counts = { rows: rows.length, ok: good, failed: rows.length - good };
process.stdout.write(
  json ? `${JSON.stringify({ ok, rows, counts })}\n` : `${good} of ${rows.length} rows within their bars\n`,
);
process.exitCode = ok ? 0 : 1;
