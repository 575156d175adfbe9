/** The payment run: three acts with what waits for each, the forms, and every line with its state. */
import { mayApprove, mayPrepare, mayRelease, waitsFor } from '../../../money/run/rules.ts';
import { Button, Checks, Does, Form } from '../../../ui/controls.tsx';
import { Amount, Day } from '../../../ui/facts.tsx';
import { Acts, Fold, Links, Row, Rows, Section, Soft, Tag, Title } from '../../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../../ui/notes.tsx';
import { Table } from '../../../ui/table.tsx';
import { Ringing } from './ringing.tsx';
import type { PaymentSay, RunProps } from './run.ts';
import type { PaymentLine } from './store.ts';

const sumOf = (lines: readonly PaymentLine[]) => lines.reduce((sum, line) => sum + line.pence + line.feePence, 0);

function sorted({ lines, now, personId }: RunProps) {
  const ready = lines.filter((line) => line.preparedBy === null && mayPrepare(line, now).yes);
  const second = lines.filter(
    (line) => line.preparedBy !== null && line.approvedBy === null && line.releasedBy === null,
  );
  const third = lines.filter((line) => line.releasedBy === null && mayRelease(line).yes);
  return {
    ready,
    second,
    mine: second.filter((line) => !mayApprove(line, personId).yes),
    yours: second.filter((line) => mayApprove(line, personId).yes),
    third,
    out: lines.filter((line) => line.releasedBy !== null && line.landedAt === null),
  };
}

export function RunPage(props: RunProps) {
  const { say, lines, problems = [] } = props;
  const { ready, second, third, mine, yours, out } = sorted(props);
  const waiting = [...ready, ...second, ...third];
  return (
    <>
      <Title step={say('payments.step')}>
        {say('payments.head', { n: waiting.length, sum: <Amount pence={sumOf(waiting)} /> })}
      </Title>
      <Problems
        problems={problems.map((each) => ({ field: each.field, words: say(each.code as 'payments.none-ticked') }))}
      />
      {props.no !== undefined && (
        <Note kind="no" title={say('payments.refused.title')}>
          <p>{say(props.no, { names: props.others.join(', ') })}</p>
        </Note>
      )}
      {lines.length === 0 && <Empty>{say('payments.none')}</Empty>}
      {lines.length > 0 && (
        <Acts
          acts={[
            {
              title: say('payments.act.prepare'),
              state: ready.length > 0 ? 'now' : second.length + third.length + out.length > 0 ? 'done' : 'ahead',
              children: <Act say={say} act="prepare" n={ready.length} />,
            },
            {
              title: say('payments.act.approve'),
              state: second.length > 0 ? 'now' : third.length + out.length > 0 ? 'done' : 'ahead',
              children: (
                <>
                  <Act say={say} act="approve" n={second.length} />
                  {mine.length > 0 && <Own {...props} n={mine.length} />}
                </>
              ),
            },
            {
              title: say('payments.act.release'),
              state: third.length > 0 ? 'now' : out.length > 0 ? 'done' : 'ahead',
              children: <Act say={say} act="release" n={third.length} />,
            },
          ]}
        />
      )}
      <ActForm {...props} act="prepare" lines={ready} />
      <ActForm {...props} act="approve" lines={yours} />
      <ActForm {...props} act="release" lines={third} />
      <Ringing {...props} />
      <Out {...props} lines={out} />
      {lines.length > 0 && <Lines {...props} />}
      <Why {...props} />
      <Links>
        <a href={`/funds/${props.fundId}/agreements`}>{say('payments.letters')}</a>
      </Links>
    </>
  );
}

const doors = { prepare: 'prepared', approve: 'approved', release: 'released' } as const;
type ActName = keyof typeof doors;

function Act({ say, act, n }: { say: PaymentSay; act: ActName; n: number }) {
  return (
    <>
      <p class="small">{say(`payments.act.${act}.why`)}</p>
      <Soft>{say('payments.act.n', { n })}</Soft>
    </>
  );
}

function ActForm({ say, once, fundId, act, lines }: RunProps & { act: ActName }) {
  if (lines.length === 0) return null;
  return (
    <Form action={`/payments/${doors[act]}`} once={once()} fields={{ fund: fundId }}>
      <Checks
        name="instalment"
        id={`f-${act}`}
        legend={say(`payments.${act}.legend`)}
        values={lines.map((line) => line.id)}
        options={lines.map((line) => ({
          value: line.id,
          label: <To say={say} line={line} />,
          hint: (
            <>
              <Amount pence={line.pence + line.feePence} />
              {line.funder !== null && ` · ${line.funder}`}
            </>
          ),
        }))}
      />
      <Does>
        <Button>{say(`payments.${act}.do`)}</Button>
      </Does>
    </Form>
  );
}

function Own({ say, others, n }: RunProps & { n: number }) {
  return (
    <Note kind="gap" title={say('payments.own.title')}>
      <p>
        {others.length > 0 ? say('payments.own', { names: others.join(', ') }) : say('payments.own.nobody')}{' '}
        {say('payments.own.lines', { n })}
      </p>
    </Note>
  );
}

export function To({ say, line }: { say: PaymentSay; line: PaymentLine }) {
  const { sponsorName: sponsor, groupName: group, place, parts } = line;
  const to =
    line.holder === 'sponsor' && sponsor !== null ? say.text('payments.to.through', { sponsor, group }) : group;
  return <>{parts > 1 ? say('payments.to.part', { to, place, parts }) : to}</>;
}

const threeDays = 3 * 86_400_000;

function Out({ say, once, zone, now, finance, lines }: RunProps) {
  if (lines.length === 0) return null;
  return (
    <Section title={say('payments.out')} id="out">
      <Rows>
        {lines.map((line) => (
          <Row key={line.id} title={<To say={say} line={line} />} aside={<Amount pence={line.pence + line.feePence} />}>
            {line.releasedAt !== null && (
              <Tag icon="clock">{say('payments.out.since', { day: <Day at={line.releasedAt} zone={zone} /> })}</Tag>
            )}
            {line.releasedAt !== null && now.getTime() - line.releasedAt.getTime() > threeDays && (
              <Tag icon="phone" kind="mind">
                {say('payments.out.ring')}
              </Tag>
            )}
            {finance && (
              <Form action={`/payments/${line.id}/landed`} once={once()}>
                <Button kind="small">{say('payments.landed.do')}</Button>
              </Form>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function State({ say, line, zone, now }: { say: PaymentSay; line: PaymentLine; zone: string; now: Date }) {
  const on = (at: Date) => ({ day: <Day at={at} zone={zone} /> });
  if (line.landedAt !== null)
    return (
      <Tag icon="tick" kind="ok">
        {say('payments.state.landed', on(line.landedAt))}
      </Tag>
    );
  if (line.releasedAt !== null)
    return (
      <Tag icon="tick">{say('payments.state.released', { name: line.releasedName ?? '', ...on(line.releasedAt) })}</Tag>
    );
  const waiting = waitsFor(line);
  if (waiting !== null)
    return (
      <Tag icon="speech" kind="mind">
        {say(`payments.state.${waiting}`)}
      </Tag>
    );
  if (line.approvedBy !== null)
    return <Tag icon="tick">{say('payments.state.approved', { name: line.approvedName ?? '' })}</Tag>;
  if (line.preparedBy !== null)
    return <Tag icon="clock">{say('payments.state.prepared', { name: line.preparedName ?? '' })}</Tag>;
  if (line.dueOn > now)
    return <Tag icon="clock">{say('payments.state.not-due', { day: <Day at={line.dueOn} zone={zone} year /> })}</Tag>;
  return (
    <Tag icon="tick" kind="ok">
      {say('payments.state.ready')}
    </Tag>
  );
}

function Lines({ say, lines, zone, now, pots }: RunProps) {
  const left = pots.filter((pot) => pot.restriction !== 'learning-only').reduce((sum, pot) => sum + pot.leftPence, 0);
  return (
    <Table
      caption={say('payments.lines')}
      head={[
        { label: say.text('payments.col.to') },
        { label: say.text('payments.col.sum'), right: true },
        { label: say.text('payments.col.from') },
        { label: say.text('payments.col.bank') },
        { label: say.text('payments.col.state') },
      ]}
      rows={lines.map((line) => [
        <To key="to" say={say} line={line} />,
        <Amount key="sum" pence={line.pence + line.feePence} />,
        line.funder ?? '',
        line.rungAt === null ? '' : say('payments.rung', { day: <Day at={line.rungAt} zone={zone} /> }),
        <State key="state" say={say} line={line} zone={zone} now={now} />,
      ])}
      foot={[
        say('payments.together'),
        <Amount key="sum" pence={sumOf(lines)} />,
        say('payments.left', { sum: <Amount pence={left} /> }),
        '',
        '',
      ]}
    />
  );
}

function Why({ say, pots }: RunProps) {
  const kept = pots.filter((pot) => pot.restriction !== 'none');
  if (kept.length === 0) return null;
  return (
    <Fold summary={say('payments.why')}>
      {kept.map((pot) => (
        <p key={pot.code}>
          {pot.restriction === 'learning-only'
            ? say('payments.why.learning', { funder: pot.funder })
            : say('payments.why.charities', { funder: pot.funder, sum: <Amount pence={pot.leftPence} /> })}
        </p>
      ))}
      <p>{say('payments.why.first')}</p>
    </Fold>
  );
}
