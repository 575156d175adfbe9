/** Compares our outcomes with every known one and prints a table; `--json` prints one object last. */
import { committeeRows } from './committees.ts';
import { sharedFolder } from './data-folder.ts';
import { pabulibRows } from './pabulib.ts';
import { rankedRows } from './ranked.ts';

function main(args: readonly string[]): number {
  const json = args.includes('--json');
  const shared = sharedFolder();
  if (!shared) {
    if (json)
      process.stdout.write(
        `${JSON.stringify({ ok: false, rows: [], counts: { rows: 0, ok: 0, failed: 0 }, missing: 'shared data' })}\n`,
      );
    process.stderr.write(
      'The shared data is not here: set MANYHANDS_SHARED or put it at ../shared beside the checkout.\n',
    );
    return 2;
  }
  const rows = [...pabulibRows(shared), ...committeeRows(shared), ...rankedRows(shared)];
  const good = rows.filter((r) => r.ok).length;
  for (const r of rows) {
    const seconds = r.seconds === undefined ? '' : `  ${r.seconds.toFixed(3)} s`;
    if (!json) process.stdout.write(`${r.ok ? 'same   ' : 'DIFFERS'}  ${r.id}${seconds}\n`);
    if (!r.ok) process.stderr.write(`  ${r.id}\n  expected ${r.expected}\n  got      ${r.got}\n`);
  }
  const files = new Set(rows.filter((r) => r.id.includes('.pb')).map((r) => r.id.split(' ')[0]));
  const counts = { rows: rows.length, ok: good, failed: rows.length - good, pabulibFiles: files.size };
  if (!json) process.stdout.write(`${good} of ${rows.length} as expected; ${files.size} Pabulib files.\n`);
  if (json) process.stdout.write(`${JSON.stringify({ ok: good === rows.length, rows, counts })}\n`);
  return good === rows.length ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
