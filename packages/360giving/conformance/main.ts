/** Runs the whole conformance suite over the shared standards and data and prints what agreed. */
import { fixtureRows } from './fixtures.ts';
import { sharedFolder } from './material.ts';
import { realFileRows } from './real-files.ts';
import { standardRows } from './standard.ts';

const asJson = process.argv.includes('--json');
const shared = sharedFolder();
const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

if (shared === null) {
  if (asJson) process.stdout.write(`${JSON.stringify({ ok: false, rows: [], counts: { rows: 0, agreed: 0 } })}\n`);
  else process.stderr.write('The shared standards and data are not here. Set MANYHANDS_SHARED to their folder.\n');
  process.exitCode = 2;
} else {
  const now = Date.parse('2026-11-21T00:00:00Z');
  const rows = [...(await standardRows(shared)), ...(await fixtureRows(shared, now)), ...(await realFileRows(shared))];
  const agreed = rows.filter(({ ok }) => ok).length;
  const ok = agreed === rows.length;
  if (!asJson) {
    for (const { id, ok: fine, expected, got } of rows) {
      process.stdout.write(
        `${fine ? 'agrees ' : 'DIFFERS'}  ${id}${fine ? '' : `\n         expected ${expected}\n         got      ${got}`}\n`,
      );
    }
    process.stdout.write(`${agreed} of ${rows.length} agree\n`);
  } else {
    const printed = rows.map((one) => (one.ok ? { ...one, expected: short(one.expected), got: short(one.got) } : one));
    process.stdout.write(`${JSON.stringify({ ok, rows: printed, counts: { rows: rows.length, agreed } })}\n`);
  }
  process.exitCode = ok ? 0 : 1;
}
