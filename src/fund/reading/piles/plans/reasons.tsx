/** Who would read what, and under each line why: in plain words, from the question the plan answered. */
import { Fold, Section } from '../../../../ui/layout.tsx';
import { key } from '../round.ts';
import { named, type PlanView } from './view.tsx';

type Pair = PlanView['pairs'][number];

export function Reasons({ view }: { view: PlanView }) {
  const { say } = view;
  const byApplication = Map.groupBy(view.pairs, (pair) => pair.application);
  const open = new Set(view.open.map(key));
  const byHand = new Set(view.locks.filter((lock) => lock.keep).map(key));
  // After a yes everything in the plan is being read: only what was kept without a hand was being read when it was made.
  const readThen = (pair: Pair) =>
    !view.plan?.accepted || (view.whys.get(key(pair))?.kept === true && !byHand.has(key(pair)));
  return (
    <Section title={say('reading.plan.who')}>
      <p>{say('reading.plan.who.open')}</p>
      {view.applications.map((application) => {
        const pairs = byApplication.get(application.id);
        if (!pairs) return null;
        const readers = pairs.map((pair) => view.names.get(pair.reader)).join(', ');
        return (
          <Fold key={application.id} summary={say('reading.plan.who.one', { application: application.name, readers })}>
            <ul class="bare">
              {pairs.map((pair) => (
                <li key={pair.reader}>
                  <Reason view={view} pair={pair} reads={open.has(key(pair)) && readThen(pair)} />
                </li>
              ))}
            </ul>
          </Fold>
        );
      })}
    </Section>
  );
}

function Reason({ view, pair, reads }: { view: PlanView; pair: Pair; reads: boolean }) {
  const { say } = view;
  const reader = view.names.get(pair.reader) ?? say.text('reading.plan.unseen');
  if (pair.byHand || reads) {
    return (
      <>
        {reader}: {say(pair.byHand ? 'reading.plan.hand' : 'reading.plan.reads')}
      </>
    );
  }
  const why = view.whys.get(key(pair));
  if (!why) return named(view, pair.reason);
  const code = view.languages.get(pair.application);
  const language = why.language && code !== undefined ? languageName(say.lang, code) : null;
  const known = [...new Set(why.rules.flatMap((rule) => view.strengths.get(rule) ?? []))];
  const strength = <span lang="en">{new Intl.ListFormat('en').format(known)}</span>;
  const brings =
    known.length === 0
      ? language && say('reading.plan.why.language', { reader, language })
      : language
        ? say('reading.plan.why.both', { reader, language, strength })
        : say('reading.plan.why.strength', { reader, strength });
  return (
    <>
      {brings ?? `${reader}:`} {why.near && say('reading.plan.why.near')} {why.kept && say('reading.plan.why.kept')}{' '}
      {!why.kept &&
        why.full + why.elsewhere === 0 &&
        say(why.too > 0 ? 'reading.plan.why.too' : 'reading.plan.why.best')}{' '}
      {!why.kept && why.full > 0 && say('reading.plan.why.full', { count: why.full })}{' '}
      {!why.kept && why.elsewhere > 0 && say('reading.plan.why.elsewhere', { count: why.elsewhere })}
    </>
  );
}

function languageName(lang: string, code: string): string {
  return new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' }).of(code) ?? code;
}
