/** `npm run conformance -w packages/matching [-- --json]`: stated optima and fixtures against the library. */
import { complete } from './data.ts';
import { sharedFolder } from './data-folder.ts';
import { type ConformanceRow, conformance } from './rows.ts';

const json = process.argv.includes('--json');
const shared = sharedFolder();
if (shared === null || !complete(shared)) {
  const words = 'The published data is not there: set MANYHANDS_SHARED or put it beside the checkout as "shared".';
  process.stdout.write(
    json ? `${JSON.stringify({ ok: false, rows: [], counts: {}, missing: words })}\n` : `${words}\n`,
  );
  process.exitCode = 2;
} else {
  const rows: ConformanceRow[] = [];
  for await (const row of conformance(shared, 1000)) {
    rows.push(row);
    if (!json) process.stdout.write(`${row.ok ? 'ok  ' : 'FAIL'} ${row.id}: ${JSON.stringify(row.got)}\n`);
  }
  const good = rows.filter((row) => row.ok).length;
  const ok = good === rows.length;
  const counts = { rows: rows.length, ok: good, failed: rows.length - good };
  process.stdout.write(json ? `${JSON.stringify({ ok, rows, counts })}\n` : `${good} of ${rows.length} rows hold\n`);
  process.exitCode = ok ? 0 : 1;
}
