/** What the count proposes, why for each application, where two were equal, and how anyone can check it. */
import { Button, Does, Form } from '../../../ui/controls.tsx';
import { Amount } from '../../../ui/facts.tsx';
import { Links, Quote, Row, Rows, Section, Small, Tag } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import type { BallotPageView, Sayer } from './page-view.ts';
import { Sentences } from './sentences.tsx';
import type { Result, SeenWhy } from './store.ts';

type Tie = { round: number; among: readonly string[]; chosen: string };
const kinds = ['voter', 'score', 'ties', 'budget', 'rule'] as const;

function List({
  say,
  title,
  whys,
}: {
  say: Sayer;
  title: 'choosing.result.in' | 'choosing.result.out';
  whys: readonly SeenWhy[];
}) {
  if (whys.length === 0) return null;
  return (
    <Section title={say(title)}>
      <Rows>
        {whys.map((why) => {
          const on = kinds.filter((kind) => why.figures.dependsOn.includes(kind));
          const what = on.map((kind) => say.text(`choosing.why.depends.${kind}`)).join(', ');
          return (
            <Row key={why.applicationId} title={why.shownAs} aside={<Amount pence={why.figures.costPence} big />}>
              <Sentences say={say} why={why} />
              {why.figures.label === 'stable' ? (
                <Tag icon="tick" kind="ok">
                  {say('choosing.why.stable')}
                </Tag>
              ) : (
                <Tag icon="speech" kind="mind">
                  {say('choosing.why.depends', { what })}
                </Tag>
              )}
            </Row>
          );
        })}
      </Rows>
    </Section>
  );
}

/** Only ties between applications that this reader may see, so that nothing is named by being left out. */
function Ties({ say, ties, whys }: { say: Sayer; ties: readonly Tie[]; whys: readonly SeenWhy[] }) {
  const names = new Map(whys.map((why) => [why.applicationId, why.shownAs]));
  const seen = ties.filter((tie) => tie.among.every((id) => names.has(id)));
  return (
    <Section title={say('choosing.ties.title')}>
      {seen.length === 0 ? (
        <p>{say('choosing.ties.none')}</p>
      ) : (
        <ul>
          {seen.map((tie, index) => (
            <li key={index}>
              {say('choosing.ties.one', {
                round: tie.round,
                names: tie.among.map((id) => names.get(id) ?? '').join(', '),
                chosen: names.get(tie.chosen) ?? '',
              })}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Check({ view, ballotId, result }: { view: BallotPageView; ballotId: string; result: Result }) {
  const { say } = view;
  return (
    <Section title={say('choosing.check.title')}>
      <p>{say('choosing.check.lede')}</p>
      <ul class="bare">
        {result.edition.commitments.map((code) => (
          <li key={code}>
            <code dir="ltr">{code.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
      <Small>{say('choosing.check.root', { root: result.edition.root.slice(0, 16) })}</Small>
      {view.hidden ? (
        <p>{say('choosing.check.whole')}</p>
      ) : (
        <Links>
          <a href={`/ballots/${ballotId}/record.json`}>{say('choosing.check.record')}</a>
          {view.roles.includes('facilitator') && (
            <a href={`/ballots/${ballotId}/locked.json`}>{say('choosing.check.locked')}</a>
          )}
        </Links>
      )}
    </Section>
  );
}

export function ProposalPart({ view, ballotId, result }: { view: BallotPageView; ballotId: string; result: Result }) {
  const { say, whys } = view;
  const chosen = whys.filter((why) => why.chosen);
  const sum = chosen.reduce((total, why) => total + why.figures.costPence, 0);
  const mayLay = !view.decided && !view.hidden && (view.roles.includes('member') || view.roles.includes('facilitator'));
  return (
    <>
      <Section title={say('choosing.result.title')}>
        <p>{say('choosing.result.lede')}</p>
        <p>
          {say('choosing.result.sum', {
            count: chosen.length,
            sum: <Amount pence={sum} />,
            pot: <Amount pence={view.fund.potPence} />,
          })}
        </p>
        {result.laidAt !== null && <Note kind="done">{say('choosing.result.laid')}</Note>}
        {mayLay && result.laidAt === null && (
          <Form action={`/ballots/${ballotId}/laying`} once={view.once()}>
            <Does>
              <Button>{say('choosing.result.lay')}</Button>
            </Does>
          </Form>
        )}
      </Section>
      {view.amended.length > 0 && (
        <Section title={say('choosing.change.list')}>
          <Rows>
            {view.amended.map((each, index) => (
              <Row key={index} title={say(`choosing.change.${each.change}`, { name: each.shownAs })}>
                <Quote>{each.because}</Quote>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <List say={say} title="choosing.result.in" whys={chosen} />
      <List say={say} title="choosing.result.out" whys={whys.filter((why) => !why.chosen)} />
      <Ties say={say} ties={result.edition.ties as readonly Tie[]} whys={whys} />
      <Check view={view} ballotId={ballotId} result={result} />
    </>
  );
}
