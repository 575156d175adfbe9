/** What money is needed for: lines and the sum asked, kept as typed, with gaps that only ever suggest. */
import { z } from 'zod';
import { readPounds, sum } from '../kernel/money.ts';
import { money } from '../words/amounts.ts';
import { type BudgetAsk, type Fields, type Gap, type Kind, nameOf, type Question, type Typed } from './questions.ts';

const line = z.object({
  code: z.string(),
  what: z.string().optional(),
  pence: z.number(),
  typed: z.string().optional(),
});
const shape = z.object({
  lines: z.array(line).catch([]),
  asked: z.number().catch(0),
  askedTyped: z.string().optional().catch(undefined),
  months: z.string().optional().catch(undefined),
});
export type Budget = z.infer<typeof shape>;
type Line = z.infer<typeof line>;

export const ownLine = 'OWN';
const mostOwnLines = 30;
// The guide every line of the template states in words (fund.yaml, budget_template).
const guide = { leaders: 0.4, core: 0.2, fee: 0.1 };
const leaderLines = ['LEAD', 'TIME', 'PEER'];

export function budgetOf(body: unknown): Budget {
  const parsed = shape.safeParse(body);
  return parsed.success ? parsed.data : { lines: [], asked: 0 };
}

export type Sums = { lines: number; onTop: number; leaders: number; core: number; asked: number };

/** The sponsor's fee is paid on top, so it is never part of what the lines come to. */
export function sumsOf(budget: Budget, ask: BudgetAsk): Sums {
  const onTop = new Set(ask.lines.filter((each) => each.on_top === true).map((each) => each.code));
  const of = (wanted: (code: string) => boolean) =>
    sum(budget.lines.filter((each) => wanted(each.code)).map((each) => each.pence));
  return {
    lines: of((code) => !onTop.has(code)),
    onTop: of((code) => onTop.has(code)),
    leaders: of((code) => leaderLines.includes(code)),
    core: of((code) => code === 'CORE'),
    asked: budget.asked,
  };
}

function readLine(typed: Typed, question: Question, box: string, code: string): Line[] {
  const what = typed.text(nameOf(question, `${box}.what`)).trim();
  const pounds = typed.text(nameOf(question, `${box}.pounds`)).trim();
  if (what === '' && pounds === '') return [];
  const pence = pounds === '' ? 0 : readPounds(pounds);
  return [{ code, pence: pence ?? 0, ...(what === '' ? {} : { what }), ...(pence === null ? { typed: pounds } : {}) }];
}

function asTyped(pence: number): string {
  return pence === 0 ? '' : money('en', pence).slice(1);
}

function gapsIn(budget: Budget, ask: BudgetAsk): Gap[] {
  const sums = sumsOf(budget, ask);
  const { lines, asked } = sums;
  const gaps: Gap[] = [];
  for (const typed of [budget.askedTyped, ...budget.lines.map((each) => each.typed)])
    if (typed !== undefined) gaps.push({ code: 'unread', typed });
  if (asked === 0) gaps.push({ code: 'asked' });
  if (lines === 0) gaps.push({ code: 'lines' });
  if (asked > 0 && lines > 0 && lines < asked)
    gaps.push({ code: 'less', pence: { lines, asked, apart: asked - lines } });
  if (asked > 0 && lines > asked) gaps.push({ code: 'more', pence: { lines, asked, apart: lines - asked } });
  if (asked > ask.largestPence) gaps.push({ code: 'largest', pence: { most: ask.largestPence } });
  if (asked > 0 && asked < ask.smallestPence) gaps.push({ code: 'smallest', pence: { least: ask.smallestPence } });
  if (lines === 0) return gaps;
  if (sums.leaders < lines * guide.leaders) gaps.push({ code: 'leaders', pence: { leaders: sums.leaders, lines } });
  if (!budget.lines.some((each) => each.code === 'WELL')) gaps.push({ code: 'wellbeing' });
  if (sums.core > lines * guide.core) gaps.push({ code: 'core', pence: { core: sums.core } });
  const whole = asked > 0 ? asked : lines;
  if (sums.onTop > whole * guide.fee) gaps.push({ code: 'fee', pence: { fee: sums.onTop } });
  return gaps;
}

export const budget: Kind = {
  read(typed, question) {
    const lines = (question.budget?.lines ?? []).flatMap(({ code }) => readLine(typed, question, code, code));
    for (let at = 1; at <= mostOwnLines; at += 1) lines.push(...readLine(typed, question, `extra${at}`, ownLine));
    const askedText = typed.text(nameOf(question, 'asked')).trim();
    const asked = askedText === '' ? 0 : readPounds(askedText);
    const months = typed.text(nameOf(question, 'months')).trim();
    return {
      lines,
      asked: asked ?? 0,
      ...(asked === null ? { askedTyped: askedText } : {}),
      ...(months === '' ? {} : { months }),
    };
  },
  fields(body) {
    const { lines, asked, askedTyped, months } = budgetOf(body);
    const fields: Record<string, string> = { asked: askedTyped ?? asTyped(asked), months: months ?? '' };
    let own = 0;
    for (const each of lines) {
      const box = each.code === ownLine ? `extra${++own}` : each.code;
      fields[`${box}.what`] = each.what ?? '';
      fields[`${box}.pounds`] = each.typed ?? asTyped(each.pence);
    }
    return fields satisfies Fields;
  },
  missing(body) {
    const { asked, lines } = budgetOf(body);
    return asked === 0 || lines.length === 0;
  },
  gaps: (body, question) => (question.budget ? gapsIn(budgetOf(body), question.budget) : []),
  facts(body, question, { say, content, lang }) {
    const kept = budgetOf(body);
    const label = ({ code, what }: Line) => {
      const known = question.budget?.lines.find((each) => each.code === code);
      const name = known ? content.text(`budget.${code}.label`, known.label) : say.text('forms.budget.own');
      return what ? `${name}: ${what}` : name;
    };
    const facts = kept.lines.map((each) => ({ label: label(each), words: each.typed ?? money(lang, each.pence) }));
    if (question.budget && kept.lines.length > 0)
      facts.push({
        label: say.text('forms.budget.total'),
        words: money(lang, sumsOf(kept, question.budget).lines),
      });
    if (kept.asked > 0 || kept.askedTyped)
      facts.push({ label: say.text('forms.budget.asked'), words: kept.askedTyped ?? money(lang, kept.asked) });
    if (kept.months) facts.push({ label: say.text('forms.budget.months'), words: kept.months });
    return facts;
  },
};
