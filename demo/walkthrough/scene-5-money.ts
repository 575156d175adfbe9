/** Checks in proportion, the board's ten minutes, agreements read on the phone, and first money by three acts of two people. */
import type { Group, Play } from './play.ts';
import { Surprise } from './visitor.ts';

export async function checks(play: Play, chosen: readonly Group[]): Promise<number> {
  await play.at('2025-05-06T10:00');
  const finance = await play.person('S2');
  for (const [index, group] of chosen.entries()) {
    const page = `/checks/${group.id}`;
    await finance.open(page);
    const form = finance.form(`${page}/outcome`);
    const withPlan = index % 4 === 3;
    const fields: Record<string, string> = {};
    for (const name of form.offers.keys()) {
      if (name.startsWith('result-'))
        fields[name] = name === 'result-D14' ? 'not-needed' : withPlan && name === 'result-D7' ? 'with-plan' : 'clear';
    }
    if (form.offers.has('sponsor_charity')) fields.sponsor_charity = 'yes';
    await finance.does(`${page}/outcome`, {
      ...fields,
      result: withPlan ? 'clear-with-plan' : 'clear',
      plan: withPlan ? 'We write a safeguarding page together by August.' : '',
      purpose:
        'To advance education and the relief of those in need by growing leaders among people who have moved to the UK.',
    });
  }
  play.tell('Checks in proportion', { checked: chosen.length });
  return chosen.length;
}

export async function signOff(play: Play, chosen: readonly Group[]): Promise<number> {
  await play.at('2025-05-20T12:00');
  const trustee = await play.person('S3');
  const page = `/funds/${play.fundId}/signoff`;
  await trustee.open(page);
  const [asked] = chosen;
  if (asked) {
    await trustee.open(`/signoff/${asked.id}`);
    await trustee.does(`/signoff/${asked.id}/question`, { question: 'Who will hold the keys and the budget?' });
    const programme = await play.person('S1');
    await programme.open(`/signoff/${asked.id}`);
    await programme.does(`/signoff/${asked.id}/answer`, {
      answer: 'The women themselves; the sponsor passes the money on within five days.',
    });
  }
  await trustee.open(page);
  await trustee.does(`${page}/approvals`, { answer: 'yes', no_link: 'yes' });
  play.tell('Board sign-off within its limits', { approved: chosen.length, questions: asked ? 1 : 0 });
  return chosen.length;
}

export async function agreements(play: Play, chosen: readonly Group[]): Promise<number> {
  await play.at('2025-05-21T10:00');
  const programme = await play.person('S1');
  const list = `/funds/${play.fundId}/agreements`;
  await programme.open(list);
  await programme.does(list);
  await play.settled();
  for (const [index, group] of chosen.entries()) {
    const page = `/applications/${group.id}/agreement`;
    await group.visitor.open(page);
    const form = group.visitor.form(`${page}/signature`);
    const publish = Object.fromEntries(
      [...form.offers.keys()].filter((name) => name.startsWith('publish-')).map((name) => [name, 'yes']),
    );
    const sponsor = group.record.fiscal_sponsor !== null && (form.offers.get('holder') ?? []).includes('sponsor');
    await group.visitor.does(`${page}/signature`, {
      agree: 'yes',
      signed_as: `The lead of ${group.record.id}`,
      account_name: sponsor ? (group.record.fiscal_sponsor?.name ?? '') : group.record.organisation.name,
      sort_code: '089999',
      account_number: String(66_374_000 + index),
      ...(form.offers.has('holder') ? { holder: sponsor ? 'sponsor' : 'own' } : {}),
      ...publish,
    });
  }
  play.tell('Agreements read and signed', { signed: chosen.length });
  return chosen.length;
}

function ticked(html: string, action: string): string[] {
  const form = new RegExp(`<form[^>]*action="${action}"[\\s\\S]*?</form>`).exec(html)?.[0] ?? '';
  return [...form.matchAll(/name="instalment"[^>]*value="([0-9a-z]+)"|value="([0-9a-z]+)"[^>]*name="instalment"/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  );
}

export async function firstMoney(play: Play, chosen: readonly Group[]): Promise<number> {
  await play.at('2025-05-22T10:00');
  const page = `/funds/${play.fundId}/payments`;
  const gareth = await play.person('S2');
  for (const group of chosen) {
    await gareth.open(page);
    await gareth.does(`/payments/payees/${group.id}/ring`, { heard: 'yes' });
  }
  await play.at('2025-05-23T10:00');
  let paid = 0;
  for (const [act, code] of [
    ['prepared', 'S2'],
    ['approved', 'S6'],
    ['released', 'S2'],
  ] as const) {
    const person = await play.person(code);
    await person.open(page);
    const lines = ticked(person.page.html, `/payments/${act}`);
    if (lines.length === 0) throw new Surprise(`${code} finds nothing to be ${act}: ${person.page.text.slice(0, 500)}`);
    await person.does(`/payments/${act}`, { instalment: lines });
    paid = lines.length;
  }
  await play.settled();
  await play.at('2025-05-27T10:00');
  for (const group of chosen) {
    const own = `/applications/${group.id}`;
    await group.visitor.open(`${own}/agreement`);
    if (group.visitor.forms().some((form) => form.action === `${own}/landed`))
      await group.visitor.does(`${own}/landed`);
  }
  play.tell('First money: prepared, approved, released, landed', { paid });
  return paid;
}
