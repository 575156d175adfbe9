/** The commands of bin/manyhands: each is a file of its own, loaded only when it is called. */
import { ConfigProblem } from '../platform/config.ts';
import { DatabaseTrouble } from '../platform/db/launcher/trouble.ts';
import { couldNot, done, exitTable, notApplicable } from './exits.ts';

export type Command = { summary: string; usage: string; run(args: string[]): Promise<number> };

const commands: Record<string, () => Promise<Command>> = {
  serve: () => import('./serve.ts'),
  stop: () => import('./stop.ts'),
  migrate: () => import('./migrate.ts'),
  fund: () => import('./fund.ts'),
  person: () => import('./person.ts'),
  keeping: () => import('./keeping.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  demo: () => import('./demo.ts'),
  walkthrough: () => import('./walkthrough.ts'),
  audit: () => import('./audit.ts'),
  '360giving': () => import('./360giving.ts'),
  match: () => import('./match.ts'),
  decide: () => import('./decide.ts'),
};

async function overview(): Promise<string> {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines: string[] = [];
  for (const [name, load] of Object.entries(commands)) lines.push(`  ${name.padEnd(width)}  ${(await load()).summary}`);
  return `Usage: manyhands COMMAND [options]\n\n${lines.join('\n')}\n\nmanyhands COMMAND --help says more.\n\n${exitTable}\n`;
}

async function main(words: string[]): Promise<number> {
  const [name, ...args] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(await overview());
    return name === undefined ? notApplicable : done;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    process.stderr.write(`There is no command "${name}".\n\n${await overview()}`);
    return notApplicable;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.usage}\n\n${exitTable}\n`);
    return done;
  }
  return command.run(args);
}

/** Problems a person can act on are told in their sentence; anything else shows where it happened. */
function tell(problem: unknown): number {
  if (problem instanceof DatabaseTrouble || problem instanceof ConfigProblem) {
    process.stderr.write(`${problem.message}\n`);
    return couldNot;
  }
  const code = (problem as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('ERR_PARSE_ARGS')) {
    process.stderr.write(`${(problem as Error).message}\nmanyhands ${process.argv[2]} --help says what there is.\n`);
    return notApplicable;
  }
  process.stderr.write(`${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`);
  return couldNot;
}

process.exitCode = await main(process.argv.slice(2)).catch(tell);
