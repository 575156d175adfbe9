/** The lines of a budget, with what they come to so far. */
import { Button, Does, MoneyField, TextField } from '../ui/controls.tsx';
import { Fold, Heading } from '../ui/layout.tsx';
import { Note } from '../ui/notes.tsx';
import { money } from '../words/amounts.ts';
import { budget as kind, sumsOf } from './budget.ts';
import { type BoxesProps, type BudgetLine, nameOf, type Question } from './questions.ts';

/** What the boxes hold, read as a budget again: the total is worked out from what is on the page. */
function sumsOnPage(question: Question, fields: BoxesProps['fields']) {
  const typed = {
    text: (name: string) => fields[name.slice(question.id.length + 1)] ?? '',
    has: () => true,
  };
  const kept = kind.read(typed, question) as Parameters<typeof sumsOf>[0];
  return question.budget ? sumsOf(kept, question.budget) : null;
}

export function BudgetBoxes({ question, fields, voice, alone }: BoxesProps) {
  const { say, content, lang } = voice;
  const lines = question.budget?.lines ?? [];
  const onTop = lines.filter((line) => !notOnTop(line));
  const box = (part: string) => ({ name: nameOf(question, part), value: fields[part] ?? '' });
  const sums = sumsOnPage(question, fields);
  const own = Object.keys(fields).filter((part) => /^extra\d+\.pounds$/.test(part)).length;
  return (
    <>
      <MoneyField {...box('asked')} label={say('forms.budget.asked')} />
      <TextField {...box('months')} label={say('forms.budget.months')} inputmode="numeric" short />
      {sums !== null && sums.lines > 0 && (
        <Note kind="care">
          <p>
            {sums.asked > 0
              ? say('forms.budget.so-far', { lines: money(lang, sums.lines), asked: money(lang, sums.asked) })
              : say('forms.budget.so-far-lines', { lines: money(lang, sums.lines) })}
          </p>
        </Note>
      )}
      <p class="hint">{say('forms.budget.line-hint')}</p>
      {lines.filter(notOnTop).map((line) => (
        <LineBox key={line.code} {...{ question, fields, voice, line }} />
      ))}
      {Array.from({ length: own + 1 }, (_, at) => at + 1).map((at) => (
        <div class="half" key={at}>
          <TextField {...box(`extra${at}.what`)} label={say('forms.budget.own')} optional />
          <MoneyField {...box(`extra${at}.pounds`)} label={say('forms.budget.own-pounds')} optional />
        </div>
      ))}
      {alone && (
        <Does>
          <Button kind="small" name="then" value="line">
            {say('forms.budget.add')}
          </Button>
        </Does>
      )}
      {onTop.length > 0 && <Heading level={alone ? 2 : 3}>{say('forms.budget.on-top')}</Heading>}
      {onTop.map((line) => (
        <LineBox key={line.code} {...{ question, fields, voice, line }} />
      ))}
      <Fold summary={say('forms.budget.what')} open={lines.some(({ code }) => (fields[`${code}.what`] ?? '') !== '')}>
        {lines.map(({ code, label }) => (
          <TextField key={code} {...box(`${code}.what`)} label={content(`budget.${code}.label`, label)} optional />
        ))}
      </Fold>
    </>
  );
}

function notOnTop(line: BudgetLine): boolean {
  return line.on_top !== true;
}

function LineBox({ question, fields, voice: { content }, line }: Omit<BoxesProps, 'alone'> & { line: BudgetLine }) {
  const { code, label, guide } = line;
  // A guide that names other lines by their code would speak in codes to people who never see them.
  const plain = guide !== undefined && !question.budget?.lines.some((other) => guide.includes(other.code));
  return (
    <MoneyField
      name={nameOf(question, `${code}.pounds`)}
      label={content(`budget.${code}.label`, label)}
      value={fields[`${code}.pounds`] ?? ''}
      {...(plain ? { hint: content(`budget.${code}.guide`, guide) } : {})}
    />
  );
}
