/** The developers' commands: the fast check, the whole test, the long tests, and what prints or draws for us. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDatabase } from '../src/platform/db/launcher/launcher.ts';
import { DatabaseTrouble } from '../src/platform/db/launcher/trouble.ts';
import { projectRoot } from '../src/platform/root.ts';
import { type Kind, testFiles } from './files.ts';
import { type Result, runCheck, runTests } from './groups.ts';
import { ensureTemplate, sweepTestDatabases } from './template.ts';

const dist = join(import.meta.dirname, '..');
const tool = (...parts: string[]) => join(projectRoot, 'node_modules', ...parts);

type Plan = { results: Result[]; only: string[] };

function show(plan: Plan, result: Result): void {
  plan.results.push(result);
  const { name, passed, failed, skipped, seconds } = result;
  const left = skipped > 0 ? `, ${skipped} left out` : '';
  process.stdout.write(`${name.padEnd(28)} ${passed} passed, ${failed} failed${left}  ${seconds.toFixed(1)} s\n`);
  if (result.said) process.stdout.write(result.said.endsWith('\n') ? result.said : `${result.said}\n`);
}

const names: Record<Kind, string> = {
  structure: 'structure',
  unit: 'rules and values',
  deeds: 'deeds and routes',
  ground: 'database servers',
  journeys: 'journeys in the browser',
  long: 'long tests',
};

async function tests(plan: Plan, kind: Kind, minutes: number, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const files = testFiles(dist, kind, plan.only);
  const mayBeEmpty = plan.only.length > 0;
  show(plan, await runTests({ name: names[kind], files, root: projectRoot, dist, minutes, env, mayBeEmpty }));
}

async function check(plan: Plan): Promise<void> {
  const node = process.execPath;
  const cwd = projectRoot;
  const format = {
    name: 'format and lint',
    program: node,
    words: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check'],
  };
  const noTrace = ['--noEmit', '--incremental', 'false'];
  const types = { name: 'types', program: node, words: [tool('typescript', 'bin', 'tsc'), '-p', '.', ...noTrace] };
  await Promise.all([
    ...(plan.only.length > 0 ? [] : [format, types]).map(async (one) =>
      show(plan, await runCheck({ ...one, cwd, minutes: 3 })),
    ),
    tests(plan, 'structure', 3).then(() => tests(plan, 'unit', 5)),
  ]);
}

/** One server for all; each test copies the migrated template. */
async function withDatabase(work: (env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
  const db = await startDatabase({ root: projectRoot, purpose: 'test' });
  try {
    await sweepTestDatabases(db);
    process.stdout.write(`Tests run on PostgreSQL ${db.version} (${db.kind}).\n`);
    await work({ TEST_DATABASE_ADMIN_URL: db.urlFor('postgres'), TEST_TEMPLATE: await ensureTemplate(db) });
    await sweepTestDatabases(db);
  } finally {
    await db.stop();
  }
}

async function everything(plan: Plan): Promise<void> {
  await check(plan);
  await withDatabase(async (env) => {
    await Promise.all([tests(plan, 'deeds', 20, env), tests(plan, 'ground', 20)]);
    await tests(plan, 'journeys', 20, env);
  });
}

const plans: Record<string, (plan: Plan) => Promise<void>> = {
  check,
  test: everything,
  'test:long': (plan) => withDatabase((env) => tests(plan, 'long', 60, env)),
};

const usage = `Usage: manyhands-dev COMMAND [words]

  check        format, lint, types, structure and everything that needs no database; under a minute
  test         the above, deeds and routes on PostgreSQL, database servers killed and restarted, journeys in Chromium
  test:long    the tests that take long
  permissions  write docs/permissions.md anew from what the routes declare
  words        how far each language is, and which words to avoid slipped in
  negative     what must not work, tried one by one against the real door (--json for data)
  screens      play a round and take a picture of each page into docs/screens
  bench        what each page costs: queries, bytes, time as a multiple of /health (--json for data)

With words, only test files whose path contains one of them run.
Exit codes: 0 everything passed, 1 something did not, 2 no such command.
`;

async function runPlan(run: (plan: Plan) => Promise<void>, only: string[]): Promise<number> {
  const plan: Plan = { results: [], only };
  const began = performance.now();
  try {
    await run(plan);
  } catch (problem) {
    const said = problem instanceof DatabaseTrouble ? problem.message : String((problem as Error).stack ?? problem);
    show(plan, { name: 'the test server', passed: 0, failed: 1, skipped: 0, seconds: 0, said });
  }
  const sum = (key: 'passed' | 'failed') => plan.results.reduce((total, result) => total + result[key], 0);
  if (only.length > 0 && sum('passed') + sum('failed') === 0) {
    process.stderr.write(`No test file has ${only.join(' or ')} in its path.\n`);
    return 1;
  }
  process.stdout.write(
    `\n${((performance.now() - began) / 1000).toFixed(0)} s\n${sum('passed')} passed, ${sum('failed')} failed\n`,
  );
  return sum('failed') === 0 ? 0 : 1;
}

async function writePermissions(): Promise<number> {
  const { permissionMatrix } = await import('../src/matrix.ts');
  const { routesOf } = await import('../src/wings.ts');
  const place = join(projectRoot, 'docs', 'permissions.md');
  writeFileSync(place, permissionMatrix(routesOf({ mailFolder: undefined })));
  process.stdout.write('Written: docs/permissions.md. Please read the difference before you commit it.\n');
  return 0;
}

async function tryRefusals(given: string[]): Promise<number> {
  try {
    let code = 1;
    await withDatabase(async (env) => {
      Object.assign(process.env, env);
      code = await (await import('./negative.ts')).printRefusals(given);
    });
    // The table is the last word: the test runner that comes along with the test database would add its own.
    process.exit(code);
  } catch (problem) {
    if (!(problem instanceof DatabaseTrouble)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    return 2;
  }
}

const others: Record<string, (words: string[]) => Promise<number>> = {
  permissions: writePermissions,
  words: async () => (await import('./words.ts')).printWords(dist),
  negative: tryRefusals,
  screens: async () => (await import('../journeys/screens.ts')).takeScreens(),
  bench: async (given) => (await import('../bench/pages.ts')).benchPages(given),
};

const [command = '', ...words] = process.argv.slice(2);
const plan = Object.hasOwn(plans, command) ? plans[command] : undefined;
const other = Object.hasOwn(others, command) ? others[command] : undefined;
if (plan) process.exitCode = await runPlan(plan, words);
else if (other) process.exitCode = await other(words);
else {
  process.stderr.write(usage);
  process.exitCode = command === '--help' ? 0 : 2;
}
