/** The file one begins with: short, each key explained, days still ahead, a few blanks to fill. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayIn, shiftDays } from '../../../kernel/instants.ts';
import { projectRoot } from '../../../platform/root.ts';

const zone = 'Europe/London';

/** Day 0 is the next Monday, so that weeks stay weeks. */
export function exampleFile(now: Date): string {
  const text = readFileSync(join(projectRoot, 'src/fund/calls/setting-up/example.yaml'), 'utf8');
  const monday = (8 - new Date(dayIn(now, zone)).getUTCDay()) % 7;
  return text.replace(/<day (\d+)>/g, (_, days: string) => dayIn(shiftDays(now, monday + Number(days), zone), zone));
}
