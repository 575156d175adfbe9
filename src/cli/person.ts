/** manyhands person: asks somebody into a fund; how the first of its people come in. */
import { parseArgs } from 'node:util';
import { Missing } from '../kernel/outcomes.ts';
import { invite } from '../people/team/actions.ts';
import { readInvitation } from '../people/team/rules.ts';
import { words } from '../people/team/words.ts';
import { inDeed } from './deed.ts';
import { couldNot, done, notApplicable } from './exits.ts';

export const summary = 'ask somebody into a fund: its first people';
export const usage = `Usage: manyhands person add --fund ID --name NAME --email ADDRESS --role ROLE
                      [--language LANG] [--production] [--json]

Gives a role in a fund and lays a letter in the queue that says how to come in; it leaves when Manyhands serves.
The same e-mail is the same person; the same role twice changes nothing. The first person of the programme team, and the
first for money (finance) or the board (trustee), come this way. Everyone else can be asked in from the page
/funds/ID/people by the programme team; for money and the board somebody who holds one of these roles says yes there.
  ROLE          programme, facilitator, member, finance, trustee, learning, funder
  --language    en ar fa uk ti pl fr es so cy; of our letters to them, en when left out
  --production  the fund's own database (DATABASE_URL, or "manyhands" on the local server), not the demo's
  --json        print {"person", "fresh", "signIn"}

The link in the letter begins with MANYHANDS_ORIGIN.`;

const out = (text: string) => void process.stdout.write(`${text}\n`);
const err = (text: string) => void process.stderr.write(`${text}\n`);
const sentences: Readonly<Record<string, string>> = words;

export async function run(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { fund: text, name: text, email: text, role: text, language: text, production: flag, json: flag },
  });
  const { fund } = values;
  if (positionals.join(' ') !== 'add' || fund === undefined) {
    err(usage);
    return notApplicable;
  }
  const { name = '', email = '', role = '', language = 'en' } = values;
  const read = readInvitation({ name, email, role, language });
  if ('problems' in read) {
    for (const { field, code } of read.problems) err(`--${field}: ${sentences[code] ?? code}`);
    return notApplicable;
  }
  const origin = (process.env.MANYHANDS_ORIGIN ?? 'http://localhost:3000').replace(/\/$/, '');
  const signIn = `${origin}/sign-in`;
  try {
    return await inDeed('person.add', values.production, async (work) => {
      const outcome = await invite(work, { fundId: fund, origin }, read.read);
      if ('refused' in outcome) {
        err(`${words['team.no.title']}. ${words[`team.no.${outcome.refused}`]}`);
        return couldNot;
      }
      if (!('done' in outcome)) return couldNot;
      const { personId: person, fresh } = outcome.done;
      if (values.json) out(JSON.stringify({ person, fresh, signIn }));
      else if (fresh)
        out(
          `${read.read.name} has the role ${role} in ${fund}. A letter is in the queue; it leaves when Manyhands serves.`,
        );
      else out(`${email} holds the role ${role} in ${fund} already. Nothing changed.`);
      if (!values.json) out(`To come in: open ${signIn}, write ${email}, and type the code from the e-mail.`);
      return done;
    });
  } catch (problem) {
    if (!(problem instanceof Missing)) throw problem;
    err(`There is no fund "${fund}" in this database.`);
    return couldNot;
  }
}
