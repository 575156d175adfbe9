/** The checks of one group: the list for its size in one form, then how they came out. */
import type { Problem } from '../../kernel/outcomes.ts';
import { Button, Check, Choice, Does, Form, Select, TextArea, TextField } from '../../ui/controls.tsx';
import { Amount, Day } from '../../ui/facts.tsx';
import { Facts, Half, Heading, Section, Small, Soft, Title } from '../../ui/layout.tsx';
import { Note, Problems } from '../../ui/notes.tsx';
import type { CheckSay } from './pages.tsx';
import { type CheckNo, checkResults, type Item, itemResults } from './rules.ts';
import type { Chosen, FoundItem } from './store.ts';

export type Typed = (name: string) => string | undefined;
type OneProps = {
  readonly say: CheckSay;
  readonly once: string;
  readonly chosen: Chosen;
  readonly size: string;
  readonly items: readonly Item[];
  readonly found: readonly FoundItem[];
  readonly never: readonly string[];
  readonly zone: string;
  /** What was typed, when the page gives it back. */
  readonly typed?: Typed;
  readonly problems?: readonly Problem[];
  readonly no?: CheckNo;
};

function problemWords(say: CheckSay, problem: Problem) {
  return say(`checks.problem.${problem.code}` as 'checks.problem.result', problem.params);
}

export function OnePage(props: OneProps) {
  const { say, chosen, items, problems = [] } = props;
  return (
    <>
      <Title step={chosen.reference}>{say('checks.one.title', { name: chosen.groupName })}</Title>
      <Problems problems={problems.map((each) => ({ field: each.field, words: problemWords(say, each) }))} />
      {props.no !== undefined && (
        <Note kind="no" title={say(`checks.no.${props.no}.title`)}>
          <p>{say(`checks.no.${props.no}`)}</p>
        </Note>
      )}
      {chosen.result !== null && (
        <Note
          kind={chosen.result === 'clear' ? 'done' : 'gap'}
          title={say('checks.settled', { word: say.text(`checks.result.${chosen.result}`) })}
        >
          {chosen.plan !== '' && <p>{chosen.plan}</p>}
        </Note>
      )}
      <About {...props} />
      <Small>{say('checks.never', { list: props.never.join(', ') })}</Small>
      <Form action={`/checks/${chosen.applicationId}/outcome`} once={props.once}>
        <Heading>{say('checks.items')}</Heading>
        {items.map((item) => (
          <OneItem key={item.code} {...props} item={item} />
        ))}
        <Does>
          <Button kind="quiet" action={`/checks/${chosen.applicationId}/items`}>
            {say('checks.keep')}
          </Button>
        </Does>
        <Settle {...props} />
      </Form>
    </>
  );
}

function About({ say, chosen, size }: OneProps) {
  return (
    <Facts
      items={[
        { label: say('checks.sum'), words: <Amount pence={chosen.pence} /> },
        ...(chosen.feePence > 0 ? [{ label: say('checks.sum.fee'), words: <Amount pence={chosen.feePence} /> }] : []),
        { label: say('checks.size'), words: size },
        { label: say('checks.form'), words: chosen.legalForm ?? '' },
        { label: say('checks.sponsor'), words: chosen.sponsorName ?? say('checks.sponsor.none') },
      ]}
    />
  );
}

function OneItem({ say, item, found, typed, zone }: OneProps & { item: Item }) {
  const kept = found.find((each) => each.code === item.code);
  return (
    <Section id={item.code}>
      <Heading level={3}>
        {item.code}. {item.check}
      </Heading>
      <p>{say('checks.enough', { enough: item.enough })}</p>
      {item.code === 'D10' && (
        <Note kind="care">
          <p>{say('checks.screen')}</p>
        </Note>
      )}
      {item.note !== '' && <Soft>{item.note}.</Soft>}
      <Half>
        <Select
          name={`result-${item.code}`}
          label={say('checks.found')}
          empty={say('checks.item.none')}
          value={typed?.(`result-${item.code}`) ?? kept?.result ?? null}
          options={itemResults.map((value) => ({ value, label: say(`checks.item.${value}`) }))}
        />
        <TextField
          name={`words-${item.code}`}
          label={say('checks.words')}
          optional
          value={typed?.(`words-${item.code}`) ?? kept?.words ?? ''}
        />
      </Half>
      {kept && (
        <Soft>
          {kept.by}, <Day at={kept.at} zone={zone} />
        </Soft>
      )}
    </Section>
  );
}

function Settle({ say, chosen, typed, problems = [] }: OneProps) {
  const mend = (field: string) => {
    const problem = problems.find((each) => each.field === field);
    return problem ? { problem: problemWords(say, problem) } : {};
  };
  return (
    <Section title={say('checks.settle.title')} id="settle" line>
      <Choice
        name="result"
        legend={say('checks.settle.legend')}
        value={typed?.('result') ?? chosen.result}
        options={checkResults.map((value) => ({
          value,
          label: say(`checks.result.${value}`),
          hint: say(`checks.result.${value}.hint`),
        }))}
        {...mend('result')}
      />
      <TextArea
        name="purpose"
        label={say('checks.purpose')}
        hint={say('checks.purpose.hint')}
        value={typed?.('purpose') ?? chosen.purpose}
        {...mend('purpose')}
      />
      <TextArea
        name="plan"
        label={say('checks.plan')}
        hint={say('checks.plan.hint')}
        rows={3}
        value={typed?.('plan') ?? chosen.plan}
        {...mend('plan')}
      />
      {chosen.sponsorName !== null && (
        <Check
          name="sponsor_charity"
          label={say('checks.sponsor.charity')}
          hint={say('checks.sponsor.charity.hint')}
          checked={typed ? typed('sponsor_charity') === 'yes' : chosen.sponsorCharity}
        />
      )}
      <Does>
        <Button>{say('checks.settle')}</Button>
      </Does>
    </Section>
  );
}
