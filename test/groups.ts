/** Runs one group of checks in a process of its own and brings back what it counted. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Count } from './reporter.ts';

export type Result = Count & { name: string; seconds: number; said: string };

type Command = {
  name: string;
  program: string;
  words: string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
  minutes: number;
};

async function runCommand(command: Command): Promise<{ code: number; said: string; seconds: number }> {
  const began = performance.now();
  const child = spawn(command.program, command.words, {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString()));
  const limit = setTimeout(() => {
    said += `  It took longer than ${command.minutes} minutes and was ended: something was left open or never came.\n`;
    child.kill('SIGKILL');
  }, command.minutes * 60_000);
  const code = await new Promise<number>((resolve) => {
    child.on('error', (problem) => {
      said += `${problem.message}\n`;
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });
  clearTimeout(limit);
  return { code, said, seconds: (performance.now() - began) / 1000 };
}

/** A check that only says yes or no counts as one test. */
export async function runCheck(command: Command): Promise<Result> {
  const { code, said, seconds } = await runCommand(command);
  const fine = code === 0;
  return {
    name: command.name,
    passed: fine ? 1 : 0,
    failed: fine ? 0 : 1,
    skipped: 0,
    seconds,
    said: fine ? '' : said,
  };
}

export type TestRun = {
  name: string;
  files: string[];
  root: string;
  dist: string;
  minutes: number;
  env?: NodeJS.ProcessEnv;
  /** A group that found nothing to run is a mistake, unless somebody asked for a few files only. */
  mayBeEmpty: boolean;
};

/** All files of a group share one process: they start once, and what one leaves open is noticed. */
export async function runTests(run: TestRun): Promise<Result> {
  if (run.files.length === 0) {
    const failed = run.mayBeEmpty ? 0 : 1;
    return {
      name: run.name,
      passed: 0,
      failed,
      skipped: 0,
      seconds: 0,
      said: failed ? '  There is no test here.\n' : '',
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'manyhands-test-'));
  const file = join(folder, 'count.json');
  const words = ['--test', '--test-isolation=none', `--test-reporter=${join(run.dist, 'test', 'reporter.js')}`];
  const flags = ['--enable-source-maps', '--disable-warning=ExperimentalWarning', '--test-timeout=180000'];
  const { code, said, seconds } = await runCommand({
    name: run.name,
    program: process.execPath,
    words: [...flags, ...words, ...run.files],
    cwd: run.root,
    env: { ...run.env, MANYHANDS_COUNT_FILE: file },
    minutes: run.minutes,
  });
  let count: Count | null = null;
  try {
    count = JSON.parse(readFileSync(file, 'utf8')) as Count;
  } catch {
    count = { passed: 0, failed: 1, skipped: 0 };
  }
  rmSync(folder, { recursive: true, force: true });
  const nothing = count.passed + count.failed === 0 && !run.mayBeEmpty;
  const unsaid = count.failed === 0 && (code !== 0 || nothing);
  if (unsaid) count.failed = 1;
  const quiet = count.failed === 0 && count.skipped === 0;
  return { name: run.name, ...count, seconds, said: quiet ? '' : said || '  It ended without saying why.\n' };
}
