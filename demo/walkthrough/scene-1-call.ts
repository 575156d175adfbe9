/** The open call: groups begin, answer in their languages, send, run late, or run out of signal. */
import { askedFor, typedBy } from './answers.ts';
import type { Group, Play } from './play.ts';
import { Surprise } from './visitor.ts';

const home = (group: Group) => `/applications/${group.id}`;

async function begin(play: Play, group: Group): Promise<void> {
  const { visitor, record } = group;
  const eligible = {
    E1: '0',
    E2: '0',
    E3: '0',
    E4: '0',
    E5: '0',
    E6: record.partners.length > 0 ? '1' : '0',
    E7: askedFor(record),
  };
  // Some never meet the fit check: they come by e-mail, by phone or on paper and a draft is opened for them.
  await visitor.open(`/funds/${play.fundId}/fit`);
  const checked = await visitor.send(`/funds/${play.fundId}/fit`, eligible);
  if (checked.status !== 200) throw new Surprise(`the fit check answered ${checked.status}`);
  if (!visitor.forms().some((form) => form.action === `/funds/${play.fundId}/applications`)) {
    await visitor.open(`/funds/${play.fundId}/fit`);
    await visitor.send(`/funds/${play.fundId}/fit`, { ...eligible, E7: '2' });
  }
  await visitor.does(`/funds/${play.fundId}/applications`);
  const found = /\/applications\/([0-9a-z]{26})/.exec(visitor.page.path);
  if (!found?.[1]) throw new Surprise(`no draft opened for ${group.code}: ${visitor.page.path}`);
  group.id = found[1];
}

/** One question a screen, each saved before the next; or everything on one page. */
async function answer(group: Group, oneByOne: boolean): Promise<void> {
  const typed = typedBy(group.record);
  const own = home(group);
  if (!oneByOne) {
    await group.visitor.open(`${own}/all`);
    await group.visitor.does(`${own}/all`, Object.assign({}, ...typed.values()), 'then=stop');
    return;
  }
  for (const [question, fields] of typed) {
    await group.visitor.open(`${own}/questions/${question}`);
    await group.visitor.does(`${own}/questions/${question}`, fields, 'then=next');
  }
}

async function send(group: Group): Promise<void> {
  const own = home(group);
  await group.visitor.open(`${own}/check`);
  // Sent before: the first receipt is shown again.
  if (group.visitor.page.path.endsWith('/receipt')) return;
  const form = group.visitor.form(`${own}/submission`);
  const asIs = form.offers.has('as_is') ? { as_is: 'yes' } : {};
  await group.visitor.does(
    `${own}/submission`,
    asIs,
    form.buttons.some((each) => each.name === 'as_is') ? 'as_is=yes' : undefined,
  );
  if (!group.visitor.page.path.endsWith('/receipt'))
    throw new Surprise(
      `${group.code} sent and was led to ${group.visitor.page.path}: ${group.visitor.page.text.slice(0, 400)}`,
    );
}

export type CallOptions = {
  oneByOne: (index: number) => boolean;
  /** Plays only so many groups, all of them before this moment: a call that is still open. */
  first?: { groups: number; before: string };
};

/** Plays the six weeks in order of sending. */
export async function openCall(play: Play, options: CallOptions): Promise<{ begun: number; received: number }> {
  const inOrder = [...play.groups].sort((a, b) =>
    a.record.application.last_saved_or_sent_at < b.record.application.last_saved_or_sent_at ? -1 : 1,
  );
  const closing = options.first?.before ?? '2025-02-24T17:00';
  const coming = inOrder.slice(0, options.first?.groups);
  let begun = 0;
  let received = 0;
  for (const [index, group] of coming.entries()) {
    const written = group.record.application.last_saved_or_sent_at;
    const when = options.first && written > closing ? closing : written;
    // Whoever is late began in time, before the phone, the move or the hotel got in the way.
    await play.at(when > closing ? '2025-02-24T15:10' : when);
    await begin(play, group);
    begun += 1;
    await answer(group, options.oneByOne(index));
    if (group.record.application.status_at_close === 'draft' || when > closing) continue;
    await send(group);
    received += 1;
    if (index % 8 === 0) await send(group);
  }
  await play.settled();
  play.tell('The open call: groups begin, answer and send', { begun, received });
  return { begun, received };
}

/** After closing: the quiet grace of 24 hours, the late route, the draft that waits. */
export async function afterClosing(play: Play): Promise<{ grace: number; lateOffered: number }> {
  let grace = 0;
  let lateOffered = 0;
  for (const group of play.groups) {
    const { status_at_close: status, last_saved_or_sent_at: when } = group.record.application;
    if (status !== 'late_grace') continue;
    await play.at(when);
    await send(group);
    grace += 1;
  }
  await play.at('2025-02-25T18:00');
  for (const group of play.groups) {
    if (group.record.application.status_at_close !== 'draft') continue;
    await group.visitor.open(home(group));
    if (!group.visitor.page.html.includes(`${home(group)}/late`))
      throw new Surprise(`${group.code} is not offered the late route`);
    lateOffered += 1;
  }
  await play.settled();
  play.tell('Closing: quiet grace, late route offered', { grace, lateOffered });
  return { grace, lateOffered };
}

/** Four days late with a reason: two members decide, then the group sends. */
export async function letIn(play: Play): Promise<number> {
  const late = play.groups.filter((group) => group.record.application.status_at_close === 'late');
  if (late.length === 0) return 0;
  await play.at('2025-02-28T19:22');
  for (const group of late) {
    await group.visitor.open(`${home(group)}/late`);
    await group.visitor.does(`${home(group)}/late`, {
      reason: 'Our leader was moved to another city on the closing day.',
    });
  }
  await play.at('2025-03-01T10:00');
  for (const code of ['M02', 'M06']) {
    const member = await play.person(code);
    for (const group of late) {
      await member.open(`/funds/${play.fundId}/late`);
      if (!member.forms().some((form) => form.action === `/intake/${group.id}/late-votes`))
        await member.open(`/intake/${group.id}`);
      await member.does(`/intake/${group.id}/late-votes`, { yes: 'yes' });
    }
  }
  await play.at('2025-03-01T18:30');
  for (const group of late) await send(group);
  await play.settled();
  play.tell('Late and let in by two members', { letIn: late.length });
  return late.length;
}

/** One group steps out after sending; nothing is asked. */
export async function withdraw(play: Play): Promise<number> {
  const leaving = play.groups.filter((group) => group.record.application.status_at_close === 'withdrawn');
  if (leaving.length === 0) return 0;
  await play.at('2025-03-02T09:00');
  for (const group of leaving) {
    await group.visitor.open(`${home(group)}/withdrawal`);
    await group.visitor.does(`${home(group)}/withdrawal`, {}, 'sure=yes');
  }
  play.tell('Withdrawn by the group, draft kept', { withdrawn: leaving.length });
  return leaving.length;
}
