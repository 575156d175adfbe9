/** manyhands fund: a file to begin with, every mistake of one, one put into the database, and one read again. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setUp } from '../fund/calls/setting-up/actions.ts';
import { changeFile } from '../fund/calls/setting-up/changing.ts';
import { exampleFile } from '../fund/calls/setting-up/example.ts';
import { type ReadFund, type Remark, readFund } from '../fund/calls/setting-up/file.ts';
import { planOf } from '../fund/calls/setting-up/plan.ts';
import { dayAndTime } from '../words/amounts.ts';
import { inDeed } from './deed.ts';
import { couldNot, done, notApplicable } from './exits.ts';
import { wantedMode } from './workplace.ts';

export const summary = 'write, check, add and change the file that sets up a fund';
export const usage = `Usage: manyhands fund example
       manyhands fund check FILE [--json]
       manyhands fund add FILE --production [--json]
       manyhands fund change FILE --production [--json]

example  prints a short file with every key explained: manyhands fund example > my-fund.yaml
check    says every mistake of a fund file in a sentence, with its line; needs no database.
         0 when there is none, 1 when there is.
add      checks the file and puts the fund, who gave, its steps and its planned call into the database: all of it, or
         nothing. A fund that is there already stays as it is. The call is not opened by this.
change   checks the file and reads it again for the fund that is there: until its call is opened, all of it counts in
         place of what was there, also days planned on the page since. People, hours and what they said stay,
         and so do figures of reading that the team set on the page. Once the
         call was opened nothing changes, for groups are judged by what they were asked.
  --production  into the fund's own database (DATABASE_URL, or "manyhands" on the local server); never into the demo's,
                which is forgotten with every new start
  --json        one object on stdout: {ok, mistakes: [{line, place, says}], advice, unread}, with add also
                {fund, call, database, opens, closes}, with change also {fund, changed, database, opens, closes}`;

const out = (text: string) => void process.stdout.write(`${text}\n`);
const err = (text: string) => void process.stderr.write(`${text}\n`);

const sentence = ({ line, place, says }: Remark) => `  line ${line}${place === '' ? '' : `, ${place}`}: ${says}`;

function tell(file: string, { mistakes, advice, unread }: ReadFund): void {
  if (mistakes.length > 0) out(`To mend in ${file}:\n${mistakes.map(sentence).join('\n')}`);
  if (advice.length > 0) out(`Worth a thought:\n${advice.map(sentence).join('\n')}`);
  if (unread.length > 0) {
    const where = unread.map(({ line, place }) => `  line ${line}, ${place}`).join('\n');
    out(`Nothing reads these. Notes to yourself may stay; look for a slip of the pen:\n${where}`);
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    err(`${file} cannot be read.`);
    return null;
  }
}

async function add(file: string, read: ReadFund & { file: object }, json?: boolean) {
  const plan = planOf(read.file as NonNullable<ReadFund['file']>);
  return inDeed('fund.add', true, async (work, place) => {
    const outcome = await setUp(work, plan);
    const { id, name, zone } = plan.fund;
    if (!('done' in outcome)) {
      err(`A fund "${id}" is in the database ${place.name} already. It stays as it is.`);
      return couldNot;
    }
    const { opens_at: opens, closes_at: closes } = plan.call;
    const { mistakes, advice, unread } = read;
    if (json) {
      const { fundId: fund, callId: call } = outcome.done;
      out(JSON.stringify({ ok: true, mistakes, advice, unread, fund, call, database: place.name, opens, closes }));
      return done;
    }
    tell(file, read);
    const when = (at: Date) => dayAndTime('en', at, zone, true);
    out(`${name} is in the database ${place.name}. Its call is planned from ${when(opens)} to ${when(closes)}.`);
    out('It is not open yet: the programme team opens it on its page, when hours of reading are offered.');
    out(
      `Next, its first person: bin/manyhands person add --production --fund ${id} --role programme --name NAME --email ADDRESS`,
    );
    return done;
  });
}

const unchanged = {
  'not-there': (id: string) =>
    `No fund "${id}" is there. Put it in with "manyhands fund add", or mend the id in the file.`,
  opened: () =>
    'Its call was opened: groups may have read it, and are judged by it. Before the first day the team can take the opening back on its page; after that the file stays as it is.',
} as const;

async function change(file: string, read: ReadFund & { file: object }, json?: boolean) {
  const plan = planOf(read.file as NonNullable<ReadFund['file']>);
  return inDeed('fund.change', true, async (work, place) => {
    const outcome = await changeFile(work, plan);
    const { id, name, zone } = plan.fund;
    if (!('done' in outcome)) {
      if ('refused' in outcome) err(unchanged[outcome.refused](id));
      return couldNot;
    }
    const { opens_at: opens, closes_at: closes } = plan.call;
    const { parts: changed } = outcome.done;
    const { mistakes, advice, unread } = read;
    if (json) {
      out(
        JSON.stringify({ ok: true, mistakes, advice, unread, fund: id, changed, database: place.name, opens, closes }),
      );
      return done;
    }
    tell(file, read);
    if (changed.length === 0) out(`Nothing is different. ${name} stays as it is.`);
    else {
      const when = (at: Date) => dayAndTime('en', at, zone, true);
      out(`Changed: ${changed.join(', ')}.`);
      out(`The call of ${name} is planned from ${when(opens)} to ${when(closes)}, and not open.`);
    }
    return done;
  });
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { production: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const [deed, file] = positionals;
  if (deed === 'example' && file === undefined) {
    process.stdout.write(exampleFile(new Date()));
    return done;
  }
  const writes = deed === 'add' || deed === 'change';
  if ((deed !== 'check' && !writes) || file === undefined) {
    err(usage);
    return notApplicable;
  }
  if (writes && wantedMode(values.production) !== 'production') {
    err('A fund belongs into its own database and not into the demo’s: say --production.');
    return notApplicable;
  }
  const text = readText(file);
  if (text === null) return couldNot;
  const read = readFund(text, new Date());
  if (writes && read.file !== null) {
    return (deed === 'add' ? add : change)(file, { ...read, file: read.file }, values.json);
  }
  const { mistakes, advice, unread } = read;
  const ok = mistakes.length === 0;
  if (values.json) out(JSON.stringify({ ok, mistakes, advice, unread }));
  else {
    tell(file, read);
    out(ok ? `${file} is whole.` : `${mistakes.length} to mend.${writes ? ' Nothing was written.' : ''}`);
  }
  return ok ? done : couldNot;
}
