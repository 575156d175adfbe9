/** The board's one page: what, how much, checks, links and money; the list; three answers with none chosen before. */
import type { Problem } from '../../kernel/outcomes.ts';
import { Button, Check, Choice, Does, Form } from '../../ui/controls.tsx';
import { Amount } from '../../ui/facts.tsx';
import {
  Facts,
  Fold,
  Heading,
  Quote,
  Row,
  Rows,
  Section,
  Sheet,
  Side,
  Small,
  Soft,
  Tag,
  Title,
} from '../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../ui/notes.tsx';
import { day, money } from '../../words/amounts.ts';
import type { Say } from '../../words/speak.ts';
import { ResultTag } from '../checks/pages.tsx';
import type { Chosen } from '../checks/store.ts';
import type { CheckResult } from '../checks/tables.ts';
import { words as checkWords } from '../checks/words.ts';
import type { BoardNo } from './rules.ts';
import type { BoardRow, Meeting, QuestionRow } from './store.ts';
import type { words as own } from './words.ts';

export const spoken = (mine: typeof own) => ({ ...checkWords, ...mine });
export type BoardSay = Say<keyof ReturnType<typeof spoken>>;

export type Grant = {
  readonly chosen: Chosen;
  readonly signoff: BoardRow | null;
  readonly question: QuestionRow | null;
};

export type BoardProps = {
  readonly say: BoardSay;
  readonly once: string;
  readonly fundId: string;
  readonly zone: string;
  readonly name: string;
  readonly trustee: boolean;
  readonly grants: readonly Grant[];
  readonly meeting: Meeting | null;
  readonly links: number;
  readonly moneyThere: boolean;
  readonly potPence: number;
  readonly grounds: number;
  readonly choice: 'question' | 'refusal' | null;
  readonly done: number;
  readonly problems?: readonly Problem[];
  readonly no?: BoardNo;
  readonly typed?: (name: string) => string;
};

export const isOpen = ({ signoff, question, chosen }: Grant): boolean =>
  signoff === null && !(question !== null && question.answer === null) && chosen.result !== 'cannot-clear';

const total = (grants: readonly Grant[], of: (chosen: Chosen) => number) =>
  grants.reduce((sum, { chosen }) => sum + of(chosen), 0);

export function NoNote({ say, no }: { say: BoardSay; no: BoardNo | undefined }) {
  if (no === undefined) return null;
  return (
    <Note kind="no" title={say(`signoff.refused.${no}.title`)}>
      <p>{say(`signoff.refused.${no}`)}</p>
    </Note>
  );
}

export function BoardPage(props: BoardProps) {
  const { say, grants, trustee, name } = props;
  const open = grants.filter(isOpen);
  const rest = grants.filter((grant) => !isOpen(grant));
  const title = trustee
    ? say(open.length === 0 ? 'signoff.dear.none' : 'signoff.dear', { name, n: open.length })
    : say('signoff.team', { n: open.length });
  return (
    <Side wideAside aside={trustee && open.length > 0 ? <Answer {...props} open={open} /> : null}>
      <Title step={say('signoff.step')}>{title}</Title>
      {props.done > 0 && <Note kind="done" title={say('signoff.done', { n: props.done })} />}
      <NoNote say={say} no={props.no} />
      {open.length === 0 && rest.length === 0 && <Empty>{say('signoff.none')}</Empty>}
      {grants.length > 0 && <Summary {...props} open={open.length > 0 ? open : grants} />}
      {open.length > 0 && (
        <Section title={say('signoff.list')} id="list">
          <GrantRows {...props} grants={open} />
        </Section>
      )}
      {rest.length > 0 && (
        <Section title={say('signoff.decided')} id="answered">
          <GrantRows {...props} grants={rest} />
        </Section>
      )}
    </Side>
  );
}

function Summary({ say, meeting, zone, links, moneyThere, potPence, open }: BoardProps & { open: readonly Grant[] }) {
  const fees = total(open, (chosen) => chosen.feePence);
  const sum = total(open, (chosen) => chosen.pence) + fees;
  const count = (result: CheckResult) => open.filter(({ chosen }) => chosen.result === result).length;
  const clear = count('clear');
  const plan = count('clear-with-plan');
  const fee = money(say.lang, fees);
  return (
    <>
      {meeting !== null && (
        <p>
          {say('signoff.chose', {
            day: day(say.lang, meeting.at, zone),
            there: meeting.agree + meeting.live + meeting.cannot,
          })}{' '}
          {say('signoff.answers', { agree: meeting.agree, live: meeting.live, cannot: meeting.cannot })}
        </p>
      )}
      <Facts
        items={[
          { label: fees > 0 ? say('signoff.sum.fee', { fee }) : say('signoff.sum'), words: <Amount pence={sum} big /> },
          { label: say('signoff.pot'), words: <Amount pence={potPence} /> },
          {
            label: say('signoff.checks'),
            words: say('signoff.checks.line', { clear, plan, looking: open.length - clear - plan }),
          },
          {
            label: say('signoff.links'),
            words: links === 0 ? say('signoff.links.none') : say('signoff.links.some', { n: links }),
          },
          { label: say('signoff.money'), words: say(moneyThere ? 'signoff.money.yes' : 'signoff.money.no') },
        ]}
      />
      {clear + plan < open.length && <Soft>{say('signoff.checks.first')}</Soft>}
      {meeting !== null && meeting.notes.length > 0 && (
        <Fold summary={say('signoff.notes')}>
          {meeting.notes.map((note, index) => (
            <Quote key={index}>{note}</Quote>
          ))}
        </Fold>
      )}
    </>
  );
}

export function BoardTag({ say, grant }: { say: BoardSay; grant: Grant }) {
  if (grant.signoff !== null) {
    const yes = grant.signoff.decision === 'approve';
    return (
      <Tag icon={yes ? 'tick' : 'speech'} kind={yes ? 'ok' : 'mind'}>
        {say(`signoff.tag.${grant.signoff.decision}`)}
      </Tag>
    );
  }
  if (grant.question === null) return null;
  return <Tag icon="speech">{say(grant.question.answer === null ? 'signoff.tag.open' : 'signoff.tag.answered')}</Tag>;
}

function GrantRows({ say, grants, choice }: BoardProps) {
  const way = choice === null ? '' : `?choice=${choice}`;
  return (
    <Rows>
      {grants.map((grant) => {
        const { chosen } = grant;
        return (
          <Row
            key={chosen.applicationId}
            title={chosen.shownAs}
            href={`/signoff/${chosen.applicationId}${way}`}
            aside={<Amount pence={chosen.pence} />}
          >
            <p class="small">
              {chosen.purpose !== '' ? chosen.purpose : say('signoff.purpose.none')}{' '}
              {chosen.shownPlace === null ? say('signoff.place.hidden') : chosen.shownPlace}
            </p>
            <ResultTag say={say} result={chosen.result} />
            <BoardTag say={say} grant={grant} />
            {chosen.plan !== '' && (
              <Fold summary={say('signoff.plan')}>
                <p>{chosen.plan}</p>
              </Fold>
            )}
          </Row>
        );
      })}
    </Rows>
  );
}

function Answer({
  say,
  once,
  fundId,
  open,
  choice,
  problems = [],
  typed,
  grounds,
}: BoardProps & { open: readonly Grant[] }) {
  if (choice !== null) {
    return (
      <Sheet call>
        <Heading>{say('signoff.which')}</Heading>
        <Rows>
          {open.map(({ chosen }) => (
            <Row
              key={chosen.applicationId}
              title={chosen.shownAs}
              href={`/signoff/${chosen.applicationId}?choice=${choice}`}
            />
          ))}
        </Rows>
      </Sheet>
    );
  }
  return (
    <Sheet call>
      <Problems
        problems={problems.map((each) => ({
          field: each.field,
          words: say(`signoff.problem.${each.code}` as 'signoff.problem.nothing'),
        }))}
      />
      <Form action={`/funds/${fundId}/signoff/approvals`} once={once}>
        {open.map(({ chosen }) => (
          <input key={chosen.applicationId} type="hidden" name="application" value={chosen.applicationId} />
        ))}
        <Heading>{say('signoff.what')}</Heading>
        <Small>{say('signoff.limits')}</Small>
        <Choice
          name="answer"
          legend={say('signoff.what')}
          quietLegend
          value={typed?.('answer') ?? null}
          options={[
            { value: 'yes', label: say('signoff.yes.all', { n: open.length }), hint: say('signoff.yes.hint') },
            { value: 'question', label: say('signoff.ask'), hint: say('signoff.ask.hint') },
            { value: 'refusal', label: say('signoff.no'), hint: say('signoff.no.hint', { n: grounds }) },
          ]}
        />
        <Soft>{say('signoff.maynot')}</Soft>
        <Check name="no_link" label={say('signoff.nolink')} checked={typed?.('no_link') === 'yes'} />
        <Does>
          <Button>{say('signoff.give')}</Button>
        </Does>
        <Soft>{say('signoff.kept')}</Soft>
      </Form>
    </Sheet>
  );
}
