/** The grant letter as a group reads it on a phone: sums, its own plan, the clauses, then signing or what comes next. */
import { Amount, Day, Ltr } from '../../../ui/facts.tsx';
import { type Fact, Facts, Fold, Quote, Section, Small, Title } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import { Table } from '../../../ui/table.tsx';
import type { LetterProps, LetterSay } from './letter.ts';
import { type Clause, clausesFor } from './rules.ts';
import { Afterwards } from './signed.tsx';
import { Signing } from './signing.tsx';
import type { Money } from './store.ts';

export function NotYetPage({ say }: { say: LetterSay }) {
  return (
    <>
      <Title line={false}>{say('grants.wait.title')}</Title>
      <p>{say('grants.wait')}</p>
    </>
  );
}

export function BoardNoPage({
  say,
  because,
  words,
  help,
}: {
  say: LetterSay;
  because: string;
  words: string;
  help: { person: string; phone: string };
}) {
  return (
    <>
      <Title line={false}>{say('grants.no.title')}</Title>
      <p>{say('grants.no.why')}</p>
      <p>{because}.</p>
      <Quote>{words}</Quote>
      <p>{say('grants.no.next', help)}</p>
    </>
  );
}

export function LetterPage(props: LetterProps) {
  const { say, letter, signatures } = props;
  const signed = signatures.some((each) => each.side === 'group');
  return (
    <>
      <Title lede={signed ? undefined : say('grants.lede')}>{say('grants.dear', { group: letter.group })}</Title>
      {signed && <Afterwards {...props} />}
      <Sums {...props} />
      <Parts {...props} />
      <Clauses {...props} />
      {!signed && <Signing {...props} />}
    </>
  );
}

function Sums({ say, letter }: LetterProps) {
  const items: Fact[] = [{ label: say('grants.sum'), words: <Amount pence={letter.awardedPence} big /> }];
  if (letter.feePence > 0) items.push({ label: say('grants.fee'), words: <Amount pence={letter.feePence} /> });
  items.push({ label: say('grants.months'), words: say('grants.months.n', { n: letter.months }) });
  if (letter.purpose !== '') items.push({ label: say('grants.for'), words: <span dir="auto">{letter.purpose}</span> });
  return (
    <>
      <Facts items={items} />
      {letter.plan !== '' && (
        <Note kind="gap" title={say('grants.todo')}>
          <p dir="auto">{letter.plan}</p>
        </Note>
      )}
    </>
  );
}

function Parts({ say, zone, money, letter, content, language }: LetterProps) {
  const when = (part: Money) => {
    const day = <Day at={part.landedAt ?? part.releasedAt ?? part.dueOn} zone={zone} year />;
    if (part.landedAt !== null) return say('grants.part.landed', { day });
    return say(part.releasedAt === null ? 'grants.part.due' : 'grants.part.sent', { day });
  };
  return (
    <>
      <Table
        caption={say('grants.parts')}
        head={[
          { label: say.text('grants.col.part') },
          { label: say.text('grants.col.sum'), right: true },
          { label: say.text('grants.col.when') },
        ]}
        rows={money.map((part) => [
          say('grants.part', { n: part.place }),
          <Amount key="sum" pence={part.pence + part.feePence} />,
          when(part),
        ])}
      />
      {letter.idea !== '' && (
        <Fold summary={say('grants.idea')}>
          <Quote lang={language}>{letter.idea}</Quote>
        </Fold>
      )}
      {letter.lines.length > 0 && (
        <Fold summary={say('grants.lines')}>
          <Table
            caption={say('grants.lines')}
            quietCaption
            head={[{ label: say.text('grants.line') }, { label: say.text('grants.col.sum'), right: true }]}
            rows={letter.lines.map((line) => [
              line.what ?? content(`budget.${line.code}.label`, line.code),
              <Amount key="sum" pence={line.pence} />,
            ])}
          />
        </Fold>
      )}
    </>
  );
}

function Clauses({ say, letter }: LetterProps) {
  const { clauses, beside } = clausesFor(letter, say.lang);
  const english = beside === null && say.lang !== 'en';
  return (
    <Section title={say('grants.clauses')} id="clauses" line>
      {english && <Small>{say('grants.only.english')}</Small>}
      <ClauseList clauses={clauses} english={english} />
      {beside !== null && (
        <Fold summary={say('grants.english')}>
          <ClauseList clauses={beside} english />
        </Fold>
      )}
    </Section>
  );
}

function ClauseList({ clauses, english }: { clauses: readonly Clause[]; english: boolean }) {
  return (
    <div {...(english ? { lang: 'en', dir: 'ltr' as const } : {})}>
      {clauses.map((clause) => (
        <div key={clause.n}>
          <h3>
            <Ltr>{clause.n}</Ltr> {clause.title}
          </h3>
          <p>{clause.text}</p>
        </div>
      ))}
    </div>
  );
}
