import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ConsentEvent, type ConsentRound, consentStep, objections, proposeConsent, quorumOf } from './consent.ts';

const members = ['Ada', 'Ben', 'Cem', 'Dee', 'Eli', 'Fay'];
const says = (member: string, kind: 'consent' | 'stand aside' | 'object', because = ''): ConsentEvent => ({
  kind: 'answer',
  answer: { member, kind, because },
});

function after(round: ConsentRound, ...events: ConsentEvent[]): ConsentRound {
  return events.reduce((r, event) => {
    const result = consentStep(r, event);
    assert.equal(result.kind, 'done', JSON.stringify([event, result]));
    return result.kind === 'done' ? result.round : r;
  }, round);
}
function refusal(round: ConsentRound, event: ConsentEvent): string {
  const result = consentStep(round, event);
  return result.kind === 'refused' ? result.why : 'done';
}
const opened = (): ConsentRound =>
  after(proposeConsent('Ada', 'Equal Shares', members), { kind: 'open' }, { kind: 'next' }, { kind: 'next' });

test('a group adopts a rule when enough answer and nobody objects', () => {
  const round = after(opened(), says('Ada', 'consent'), says('Ben', 'stand aside'), says('Cem', 'consent'));
  assert.equal(refusal(round, { kind: 'close' }), 'no quorum');
  assert.equal(after(round, says('Dee', 'consent'), { kind: 'close' }).stage, 'adopted');
});

test('an objection has a reason, stops the round, and leads to a better wording', () => {
  assert.equal(refusal(opened(), says('Ben', 'object', ' ')), 'needs a reason');
  const stopped = after(
    opened(),
    says('Ada', 'consent'),
    says('Ben', 'object', 'small groups lose'),
    says('Cem', 'consent'),
    says('Dee', 'consent'),
  );
  assert.equal(refusal(stopped, { kind: 'close' }), 'objections stand');
  const again = after(stopped, {
    kind: 'amend',
    by: 'Ben',
    text: 'Equal Shares with a floor',
    because: 'so that small groups are seen',
  });
  assert.equal(again.answers.length, 0);
  assert.equal(again.earlier.find((a) => a.kind === 'object')!.wording, 1);
  assert.equal(again.wordings.at(-1)!.text, 'Equal Shares with a floor');
  assert.equal(refusal(again, { kind: 'close' }), 'no quorum');
});

test('somebody who changes their mind is counted once', () => {
  const round = after(opened(), says('Ben', 'object', 'wait'), says('Ben', 'consent'));
  assert.equal(objections(round).length, 0);
  assert.equal(round.answers.length, 1);
});

test('who stepped back neither answers nor counts for the quorum', () => {
  const round = after(
    proposeConsent('Ada', 'x', members, ['Fay', 'Eli', 'Dee']),
    { kind: 'open' },
    { kind: 'next' },
    { kind: 'next' },
  );
  assert.equal(quorumOf(round), 2);
  assert.equal(refusal(round, says('Fay', 'consent')), 'recused');
  assert.equal(refusal(round, says('Gus', 'consent')), 'not a member');
});

test('questions come before reactions and reactions before objections', () => {
  const start = proposeConsent('Ada', 'x', members);
  assert.equal(refusal(start, says('Ben', 'consent')), 'not now');
  const asking = after(start, { kind: 'open' });
  assert.equal(refusal(asking, { kind: 'react', member: 'Ben', text: 'nice' }), 'not now');
  const reacting = after(
    asking,
    { kind: 'ask', member: 'Ben', text: 'why?', answer: 'because' },
    { kind: 'next' },
    { kind: 'react', member: 'Ben', text: 'nice' },
  );
  assert.deepEqual([reacting.questions.length, reacting.reactions.length], [1, 1]);
});

test('only everybody standing aside adopts nothing, and the proposer may withdraw', () => {
  const aside = after(opened(), ...members.map((m) => says(m, 'stand aside')));
  assert.equal(refusal(aside, { kind: 'close' }), 'nobody consents');
  assert.equal(refusal(aside, { kind: 'withdraw', by: 'Ben' }), 'not the proposer');
  assert.equal(after(aside, { kind: 'withdraw', by: 'Ada' }).stage, 'withdrawn');
});
