/** Who and what stands in the way of a plan, the smallest changes that would do, and what can be done now. */
import type { Mend, Obstacle } from '../../../../../packages/matching/src/index.ts';
import { Button, Does, Form } from '../../../../ui/controls.tsx';
import { Fold } from '../../../../ui/layout.tsx';
import { Note } from '../../../../ui/notes.tsx';
import { GivePart } from './give-part.tsx';
import { named, type PlanView } from './view.tsx';
import { type Infeasible, othersOf, partsOf, reasons, toldOf } from './way.ts';

/** Lists of names up to this length stand in the sentence; longer ones are counted there and folded below. */
const fewNames = 8;

export function InTheWay({ view, answer }: { view: PlanView; answer: Infeasible }) {
  const { say, question } = view;
  const open = new Set(view.open.map(({ reader, application }) => `${reader}:${application}`));
  const kept = view.locks.filter((lock) => lock.keep).map(({ reader, application }) => `${reader}:${application}`);
  const byHand = new Set(kept.filter((pair) => !open.has(pair)));
  const { mends, withheld } = question ? toldOf(answer, question, byHand) : { mends: [], withheld: false };
  return (
    <Note kind="gap" title={say('reading.plan.infeasible')}>
      <p>{say('reading.plan.way')}:</p>
      <ul>
        {answer.obstacles.map((each, index) => (
          <li key={index}>
            <Hindrance view={view} obstacle={each} />
          </li>
        ))}
      </ul>
      {mends.length > 0 && <p>{say('reading.plan.mends')}:</p>}
      {mends.length > 0 && (
        <ul>
          {mends.map((each, index) => (
            <li key={index}>
              <Change view={view} mend={each} />
            </li>
          ))}
        </ul>
      )}
      {mends.length === 0 && withheld && <p>{say('reading.plan.mend.none')}</p>}
    </Note>
  );
}

/** What can be done now: let one rule go, or give what can be given. */
export function DespiteIt({ view }: { view: PlanView }) {
  const { say, fundId } = view;
  return (
    <>
      {view.inTheWay.map((rule) => (
        <Form key={rule.id} action={`/funds/${fundId}/piles`} once={view.once()} fields={{ without: rule.id }}>
          <Does>
            <Button kind="quiet">{say('reading.plan.without', { rule: rule.name })}</Button>
          </Does>
        </Form>
      ))}
      <GivePart say={say} fundId={fundId} once={view.once()} />
    </>
  );
}

function Hindrance({ view, obstacle }: { view: PlanView; obstacle: Obstacle }) {
  const { say, question } = view;
  const { name, all } = namesOf(view);
  const [application = '', reader = ''] = [obstacle.applications[0], obstacle.readers[0]];
  if (obstacle.kind === 'coverage' && obstacle.rule !== undefined) {
    const rule = <span lang="en">{obstacle.rule}</span>;
    return <>{say('reading.plan.way.cover', { application: name(application), rule })}</>;
  }
  if (obstacle.kind === 'exposure' && reader !== '') {
    return <>{say('reading.plan.way.hard', { reader: name(reader) })}</>;
  }
  if (obstacle.kind !== 'shortage' || !question) return named(view, obstacle.words);
  const { needed, available } = obstacle;
  const folded = [obstacle.applications, obstacle.readers].filter((ids) => ids.length > fewNames);
  const fit = (ids: readonly string[], many: 'applications' | 'people') =>
    ids.length > fewNames ? say.text(`reading.plan.way.${many}`, { count: ids.length }) : all(ids);
  const applications = fit(obstacle.applications, 'applications');
  const others = othersOf(obstacle, question);
  return (
    <>
      {obstacle.readers.length === 0
        ? say('reading.plan.way.nobody', { needed, applications })
        : available === null
          ? say('reading.plan.way.rules', { needed, applications, readers: fit(obstacle.readers, 'people') })
          : say('reading.plan.way.short', {
              needed,
              applications,
              readers: fit(obstacle.readers, 'people'),
              available,
            })}
      {reasons.map((why) => others[why] > 0 && <> {say(`reading.plan.way.${why}`, { count: others[why] })}</>)}
      {folded.length > 0 && (
        <Fold summary={say('reading.plan.way.all')}>
          {folded.map((ids, index) => (
            <p key={index}>{all(ids)}</p>
          ))}
        </Fold>
      )}
    </>
  );
}

function Change({ view, mend }: { view: PlanView; mend: Mend }) {
  const { say } = view;
  const { name, listed } = namesOf(view);
  const touched = mend.touches.map(({ id, by }) => {
    const { before, last } = partsOf(id);
    // A rule on readers is known by its own words, everything else by an id.
    const own = before === '' ? name(last) : `${view.names.get(before) ?? before}: ${name(last)}`;
    return by > 1 && mend.touches.length > 1 ? `${own} (${by})` : own;
  });
  if (mend.kind === 'minimum') return named(view, mend.words);
  const most = Math.max(...mend.touches.map(({ by }) => by));
  const count = mend.kind === 'readers' ? (mend.people ?? most) : mend.size;
  const kind = mend.kind === 'exposure' ? 'several' : mend.kind;
  const folded = touched.length > fewNames;
  const who = folded ? say.text('reading.plan.way.these', { count: touched.length }) : listed(touched);
  return (
    <>
      {say(`reading.plan.mend.${kind}`, { count, who })}
      {folded && (
        <Fold summary={say('reading.plan.way.all')}>
          <p>{listed(touched)}</p>
        </Fold>
      )}
    </>
  );
}

function namesOf(view: PlanView) {
  const format = new Intl.ListFormat(view.say.lang);
  const name = (id: string) => view.names.get(id) ?? view.say.text('reading.plan.unseen');
  const listed = (names: readonly string[]) => format.format(names);
  return { name, listed, all: (ids: readonly string[]) => listed(ids.map(name)) };
}
