/** A reporter for node:test that says what went wrong, what was left out and the figures tests print, and leaves its count in a file. */
import { writeFileSync } from 'node:fs';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

export type Count = { passed: number; failed: number; skipped: number };

/** The runner's own closing counts, which the caller prints in its own way. */
const ofTheRunner = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return inspect(cause, { colors: false, depth: 4 }).replaceAll('\n', '\n    ');
}

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of events) {
    if (event.type === 'test:diagnostic' && !ofTheRunner.test(event.data.message)) yield `  ${event.data.message}\n`;
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { name, file, line, skip, todo, details } = event.data;
    if (details.type === 'suite' && event.type === 'test:pass') continue;
    if (skip !== undefined && skip !== false) {
      count.skipped += 1;
      yield `  left out: ${name}${typeof skip === 'string' ? ` (${skip})` : ''}\n`;
    } else if (event.type === 'test:fail' && (todo === undefined || todo === false)) {
      count.failed += 1;
      yield `  failed: ${name}\n    ${file ?? ''}:${line ?? ''}\n    ${reasonOf(event.data.details.error)}\n`;
    } else if (event.type === 'test:pass') count.passed += 1;
  }
  const file = process.env.MANYHANDS_COUNT_FILE;
  if (file) writeFileSync(file, JSON.stringify(count));
}
