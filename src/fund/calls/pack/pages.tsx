/** The whole pack on one page: every question, what readers look for, the budget lines, and how the choice is made. */
import type { ComponentChildren } from 'preact';
import { asShown } from '../../../forms/group.ts';
import { ButtonLink, Does } from '../../../ui/controls.tsx';
import { Ltr } from '../../../ui/facts.tsx';
import { Heading, Rows, Section, Title } from '../../../ui/layout.tsx';
import { Plates } from '../../../ui/pictures/plates.tsx';
import { money } from '../../../words/amounts.ts';
import type { Content } from '../../../words/content.ts';
import type { Say } from '../../../words/speak.ts';
import { type FormQuestion, tierNames } from '../../pool/design.ts';
import type { Fund } from '../../pool/store.ts';
import type { words } from '../words.ts';

export type PackView = {
  readonly say: Say<Extract<keyof typeof words, string>>;
  readonly content: Content;
  readonly fund: Fund;
  /** Whether the fit check leads somewhere today. */
  readonly open: boolean;
};

export function PackPage(view: PackView) {
  const { say, content, fund, open } = view;
  const { application_form: form, eligibility } = fund.design;
  return (
    <>
      <Title lede={say('calls.pack.lede')}>{say('calls.pack.title')}</Title>
      <p>{content('promise', form.promise)}</p>
      <Section title={say('calls.pack.how-much')} id="how-much">
        <TierPlates {...view} />
        <p>{say('calls.pack.sponsor')}</p>
        <ul>
          {fund.design.tiers.rules.map((rule, index) => (
            <li key={index}>{content(`tier.rules.${index}`, rule)}</li>
          ))}
        </ul>
      </Section>
      <Section title={say('calls.pack.questions')} id="questions">
        <Questions {...view} />
      </Section>
      <Section title={say('calls.pack.budget')} id="budget">
        <p>{say('calls.pack.budget-how')}</p>
        <ul>
          {fund.design.budget_template.lines.map(({ code, label, guide }) => (
            <li key={code}>
              {content(`budget.${code}.label`, label)}
              {guide !== undefined && <span class="soft"> ({content(`budget.${code}.guide`, guide)})</span>}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say('calls.pack.readers')} id="readers">
        <Criteria {...view} />
      </Section>
      <Section title={say('calls.pack.choose')} id="choice">
        <HowChosen {...view} />
      </Section>
      <Section title={say('calls.pack.never')} id="never">
        <ul>
          {eligibility.never_asked.map((each, index) => (
            <li key={index}>{content(`never_asked.${index}`, each)}</li>
          ))}
        </ul>
      </Section>
      {open && (
        <Does>
          <ButtonLink href={`/funds/${fund.id}/fit`}>{say('calls.pack.start')}</ButtonLink>
        </Does>
      )}
    </>
  );
}

/** The sizes of grant as plates; each with its sums, its months and who it is for. */
export function TierPlates({ say, content, fund, brief }: Omit<PackView, 'open'> & { brief?: boolean }) {
  return (
    <Plates
      sizes={tierNames.map((name) => {
        const tier = fund.design.tiers[name];
        return {
          name: content(`tier.${name}.label`, tier.label),
          range: <TierSpan say={say} least={tier.min_gbp} most={tier.max_gbp} />,
          children: (
            <>
              <p>{content(`tier.${name}.for`, tier.for)}</p>
              <p class="small soft">{monthsOf(say, tier.months)}</p>
              {brief !== true && <p class="small soft">{content(`tier.${name}.legal_form`, tier.legal_form)}</p>}
            </>
          ),
        };
      })}
    />
  );
}

function monthsOf(say: PackView['say'], months: readonly number[]) {
  const [from = 0, to = from] = months;
  return from === to ? say('calls.pack.months', { months: from }) : say('calls.pack.months-span', { from, to });
}

function TierSpan({ say, least, most }: { say: PackView['say']; least: number; most: number }) {
  return say('calls.pack.span', { from: money(say.lang, least * 100), to: money(say.lang, most * 100) });
}

function Questions({ say, content, fund }: PackView) {
  const sections = Map.groupBy(fund.design.application_form.questions, (question) => question.section);
  return [...sections].map(([section, questions]) => (
    <section key={section}>
      <Heading level={3}>{content(`${questions[0]?.id}.section`, section)}</Heading>
      <Rows>
        {questions.map((question) => (
          <Question key={question.id} {...{ say, content, fund, question }} />
        ))}
      </Rows>
    </section>
  ));
}

type QuestionProps = Omit<PackView, 'open'> & { question: FormQuestion };

function Question({ say, content, fund, question }: QuestionProps) {
  const { id, ask, help, options, follow_up: more, max_words: plenty, criteria } = question;
  const names = criteria?.map((code) => {
    const found = fund.design.criteria.items.find((item) => item.id === code);
    return content.text(`${code}.name`, found?.name ?? code);
  });
  return (
    <li>
      <p>
        <b>
          <Ltr>{id.replace(/^Q/, '')}</Ltr>. {content(`${id}.ask`, ask)}
        </b>
      </p>
      {help !== undefined && <p>{content(`${id}.help`, help)}</p>}
      {options !== undefined && (
        <ul>
          {options.map((option, index) => (
            <li key={option}>{content(`${id}.option.${index}`, asShown(option))}</li>
          ))}
        </ul>
      )}
      {more !== undefined && <p>{content(`${id}.follow_up`, more)}</p>}
      <p class="small soft">
        {plenty !== undefined && <>{say('calls.pack.plenty', { words: plenty })} </>}
        {(question.optional === true || question.required === false) && <>{say('calls.pack.free')} </>}
        {question.shared_with_readers === false && <>{say('calls.pack.hidden')} </>}
        {names !== undefined && say('calls.pack.for', { names: names.join(', ') })}
      </p>
    </li>
  );
}

function Criteria({ say, content, fund }: PackView) {
  const { scale, items } = fund.design.criteria;
  const points = scale.points.toSorted((one, other) => other.value - one.value);
  return (
    <>
      <p>{say('calls.pack.readers-how')}</p>
      {items.map((item) => (
        <section key={item.id}>
          <Heading level={3}>{content(`${item.id}.name`, item.name)}</Heading>
          <p>{content(`${item.id}.question`, item.question)}</p>
          <ul>
            {points.map(({ value, label }) => (
              <li key={value}>
                <b>{content(`scale.${value}.label`, label)}:</b>{' '}
                {content(`${item.id}.anchor.${value}`, anchorOf(item.anchors, value))}
              </li>
            ))}
          </ul>
          <p class="small soft">
            {say('calls.pack.weight', { weight: item.weight })} {item.guard !== undefined && say('calls.pack.early')}
          </p>
        </section>
      ))}
    </>
  );
}

function anchorOf(anchors: Readonly<Record<string, string>>, value: number): string {
  return anchors[String(value)] ?? '';
}

function HowChosen({ say, content, fund }: PackView) {
  const link = (inside: ComponentChildren) => <a href={`/funds/${fund.id}/who-decides`}>{inside}</a>;
  return (
    <>
      <ol>
        {([1, 2, 3, 4, 5, 6] as const).map((step) => (
          <li key={step}>{say(`calls.pack.choose.${step}`)}</li>
        ))}
      </ol>
      <p>{say('calls.pack.together')}</p>
      <ul>
        {fund.design.criteria.portfolio_aims.map(({ id, aim }) => (
          <li key={id}>{content(`${id}.aim`, aim)}</li>
        ))}
      </ul>
      <p>{say('calls.pack.care', {}, { link })}</p>
    </>
  );
}
