/** Where the questions, checks and clauses of a fund file do not hang together. */
import { tierNames } from '../../../pool/design.ts';
import { at, type Finding, twice } from '../finding.ts';
import type { FundFile } from '../shape.ts';

const id = /^[A-Za-z][A-Za-z0-9_-]{0,19}$/;
const asksOnce = ['contact', 'choice', 'place_and_languages', 'budget_table', 'mixed'] as const;

function notAnId(items: readonly { id: string }[], ...path: (string | number)[]): Finding[] {
  return items.flatMap((item, index) =>
    id.test(item.id) ? [] : [at(`"${item.id}" is not an id: a letter, then letters or digits.`, ...path, index, 'id')],
  );
}

export function fitMistakes({ eligibility }: Pick<FundFile, 'eligibility'>): Finding[] {
  const { questions } = eligibility;
  const here = ['eligibility', 'questions'] as const;
  const found = [...notAnId(questions, ...here), ...twice(questions, (question) => question.id, ...here)];
  for (const [index, question] of questions.entries()) {
    if (question.options.length < 2 || question.options.length > 10)
      found.push(at('A question of the fit check has two to ten options.', ...here, index, 'options'));
    for (const when of ['yes_if', 'talk_if', 'no_if'] as const)
      for (const answer of question[when] ?? [])
        if (!question.options.includes(answer))
          found.push(at(`"${answer}" is not one of the options, letter by letter.`, ...here, index, when));
  }
  return found;
}

export function formMistakes({ application_form: form }: Pick<FundFile, 'application_form'>): Finding[] {
  const { questions } = form;
  const here = ['application_form', 'questions'] as const;
  const found = [...notAnId(questions, ...here), ...twice(questions, (question) => question.id, ...here)];
  for (const type of asksOnce) {
    const n = questions.filter((question) => question.type === type).length;
    if (n !== 1) found.push(at(`There are ${n} questions of type ${type}; the form needs exactly one.`, ...here));
  }
  if (!questions.some((question) => question.type === 'text_or_audio'))
    found.push(at('Nothing asks for the idea itself: add a question of type text_or_audio.', ...here));
  for (const [index, question] of questions.entries()) {
    if (question.type === 'choice' && (question.options ?? []).length < 2)
      found.push(at('Which kinds of groups are there? Give at least two options.', ...here, index));
    if (question.max_words !== undefined && !(Number.isInteger(question.max_words) && question.max_words > 0))
      found.push(at('How many words are plenty? A whole number.', ...here, index, 'max_words'));
  }
  return found;
}

export function criteriaMistakes(file: Pick<FundFile, 'application_form' | 'criteria'>): Finding[] {
  const { items, scale } = file.criteria;
  const known = new Set(items.map((item) => item.id));
  const found = [
    ...notAnId(items, 'criteria', 'items'),
    ...twice(items, (item) => item.id, 'criteria', 'items'),
    ...twice(file.criteria.portfolio_aims, (aim) => aim.id, 'criteria', 'portfolio_aims'),
  ];
  for (const [index, question] of file.application_form.questions.entries())
    for (const wanted of question.criteria ?? [])
      if (!known.has(wanted))
        found.push(at(`There is no criterion "${wanted}".`, 'application_form', 'questions', index, 'criteria'));
  const weights = items.reduce((all, item) => all + item.weight, 0);
  if (weights !== 100) found.push(at(`The weights come to ${weights}; together they are 100.`, 'criteria', 'items'));
  const values = scale.points.map((point) => point.value).toSorted((a, b) => a - b);
  if (values.join() !== '0,1,2,3')
    found.push(at('The scale has four words, with the values 0, 1, 2 and 3.', 'criteria', 'scale', 'points'));
  return found;
}

export function budgetMistakes({ budget_template: template }: Pick<FundFile, 'budget_template'>): Finding[] {
  const here = ['budget_template', 'lines'] as const;
  const codes = template.lines.map((line) => ({ id: line.code }));
  const found = [...notAnId(codes, ...here), ...twice(codes, (line) => line.id, ...here)];
  for (const [index, { code }] of template.lines.entries())
    if (/^(OWN|extra\d*)$/.test(code))
      found.push(at(`"${code}" is kept for lines that groups add themselves.`, ...here, index, 'code'));
  if (template.lines.every((line) => line.on_top === true)) found.push(at('A budget needs lines.', ...here));
  return found;
}

/** The form knows four kinds of lines by their code and has a word to say about each. */
export function budgetAdvice({ budget_template: template }: Pick<FundFile, 'budget_template'>): Finding[] {
  const has = (...codes: string[]) => template.lines.some((line) => codes.includes(line.code));
  const found: Finding[] = [];
  const say = (says: string) => found.push(at(says, 'budget_template', 'lines'));
  if (!has('LEAD', 'TIME', 'PEER'))
    say('Without a line LEAD, TIME or PEER every group is asked why so little is for its leaders.');
  if (!has('WELL')) say('Without a line WELL every group is asked how it looks after people.');
  return found;
}

export function checkMistakes(file: Pick<FundFile, 'due_diligence' | 'grant_agreement'>): Finding[] {
  const { items, time_limit_days: days } = file.due_diligence;
  const { clauses } = file.grant_agreement;
  const here = ['due_diligence', 'items'] as const;
  const found = [
    ...notAnId(items, ...here),
    ...twice(items, (item) => item.id, ...here),
    ...twice(clauses, (clause) => clause.n, 'grant_agreement', 'clauses'),
  ];
  for (const [index, item] of items.entries())
    for (const [place, name] of tierNames.entries()) {
      const before = tierNames[place - 1];
      if (item[name]?.startsWith('same') && (before === undefined || item[before] === undefined))
        found.push(at('"same" means: as for the smaller size. There is nothing before it.', ...here, index, name));
    }
  for (const name of tierNames)
    if (!items.some((item) => item[name] !== undefined))
      found.push(at(`Nothing is checked for the size ${name}.`, ...here));
  if (clauses.length === 0) found.push(at('An agreement needs at least one clause.', 'grant_agreement', 'clauses'));
  if (!Number.isInteger(days) || days < 1)
    found.push(at('How many days do the checks take at most? A whole number.', 'due_diligence', 'time_limit_days'));
  return found;
}
