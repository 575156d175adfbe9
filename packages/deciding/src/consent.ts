/** A consent round as values: proposal, clarify, react, object because, amend, repeat; stand aside; quorum. */

export type Stage = 'proposal' | 'clarify' | 'react' | 'object' | 'adopted' | 'withdrawn';

export interface Answer {
  readonly member: string;
  readonly kind: 'consent' | 'stand aside' | 'object';
  /** Required for an objection, welcome otherwise. */
  readonly because: string;
}

export interface ConsentRound {
  readonly members: readonly string[];
  readonly recused: readonly string[];
  /** Share of unrecused members who must answer, as a fraction; default two thirds. */
  readonly quorum: readonly [number, number];
  readonly proposer: string;
  readonly stage: Stage;
  /** All wordings, first to last; the last is the one before the group. */
  readonly wordings: readonly { readonly text: string; readonly by: string; readonly because: string }[];
  readonly questions: readonly { readonly member: string; readonly text: string; readonly answer: string }[];
  readonly reactions: readonly { readonly member: string; readonly text: string }[];
  /** Answers to the wording before the group. */
  readonly answers: readonly Answer[];
  /** Answers to earlier wordings, kept with the number of the wording. */
  readonly earlier: readonly (Answer & { readonly wording: number })[];
}

export type ConsentEvent =
  | { readonly kind: 'open' }
  | { readonly kind: 'ask'; readonly member: string; readonly text: string; readonly answer: string }
  | { readonly kind: 'react'; readonly member: string; readonly text: string }
  | { readonly kind: 'next' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'amend'; readonly by: string; readonly text: string; readonly because: string }
  | { readonly kind: 'close' }
  | { readonly kind: 'withdraw'; readonly by: string };

export type ConsentRefusal =
  | 'not now'
  | 'not a member'
  | 'recused'
  | 'needs a reason'
  | 'objections stand'
  | 'no quorum'
  | 'nobody consents'
  | 'not the proposer';

export type ConsentResult =
  | { readonly kind: 'done'; readonly round: ConsentRound }
  | { readonly kind: 'refused'; readonly why: ConsentRefusal };

/** A new round before it is opened. */
export function proposeConsent(
  proposer: string,
  text: string,
  members: readonly string[],
  recused: readonly string[] = [],
  quorum: readonly [number, number] = [2, 3],
): ConsentRound {
  return {
    members,
    recused,
    quorum,
    proposer,
    stage: 'proposal',
    wordings: [{ text, by: proposer, because: '' }],
    questions: [],
    reactions: [],
    answers: [],
    earlier: [],
  };
}

/** How many answers are needed: the quorum of unrecused members, rounded up. */
export function quorumOf(round: ConsentRound): number {
  const able = round.members.filter((m) => !round.recused.includes(m)).length;
  return Math.ceil((able * round.quorum[0]) / round.quorum[1]);
}

/** Objections to the wording before the group. */
export function objections(round: ConsentRound): readonly Answer[] {
  return round.answers.filter((a) => a.kind === 'object');
}

function member(round: ConsentRound, name: string): ConsentRefusal | undefined {
  if (!round.members.includes(name)) return 'not a member';
  return round.recused.includes(name) ? 'recused' : undefined;
}

/** The round after an event, or why the event cannot happen now. A changed answer replaces the member's earlier one. */
export function consentStep(round: ConsentRound, event: ConsentEvent): ConsentResult {
  const no = (why: ConsentRefusal): ConsentResult => ({ kind: 'refused', why });
  const done = (change: Partial<ConsentRound>): ConsentResult => ({ kind: 'done', round: { ...round, ...change } });
  const { stage } = round;
  switch (event.kind) {
    case 'open':
      return stage === 'proposal' ? done({ stage: 'clarify' }) : no('not now');
    case 'next':
      return stage === 'clarify'
        ? done({ stage: 'react' })
        : stage === 'react'
          ? done({ stage: 'object' })
          : no('not now');
    case 'ask':
      if (stage !== 'clarify') return no('not now');
      return sayer(round, event.member, no, () =>
        done({ questions: [...round.questions, { member: event.member, text: event.text, answer: event.answer }] }),
      );
    case 'react':
      if (stage !== 'react') return no('not now');
      return sayer(round, event.member, no, () =>
        done({ reactions: [...round.reactions, { member: event.member, text: event.text }] }),
      );
    case 'answer':
      if (stage !== 'object') return no('not now');
      if (event.answer.kind === 'object' && event.answer.because.trim() === '') return no('needs a reason');
      return sayer(round, event.answer.member, no, () =>
        done({ answers: [...round.answers.filter((a) => a.member !== event.answer.member), event.answer] }),
      );
    case 'amend':
      if (stage !== 'object') return no('not now');
      if (event.because.trim() === '') return no('needs a reason');
      return sayer(round, event.by, no, () => {
        const wording = round.wordings.length;
        return done({
          wordings: [...round.wordings, { text: event.text, by: event.by, because: event.because }],
          answers: [],
          earlier: [...round.earlier, ...round.answers.map((a) => ({ ...a, wording }))],
        });
      });
    case 'close':
      if (stage !== 'object') return no('not now');
      if (objections(round).length > 0) return no('objections stand');
      if (round.answers.length < quorumOf(round)) return no('no quorum');
      return round.answers.some((a) => a.kind === 'consent') ? done({ stage: 'adopted' }) : no('nobody consents');
    case 'withdraw':
      if (stage === 'adopted' || stage === 'withdrawn') return no('not now');
      return event.by === round.proposer ? done({ stage: 'withdrawn' }) : no('not the proposer');
  }
}

function sayer(
  round: ConsentRound,
  name: string,
  no: (why: ConsentRefusal) => ConsentResult,
  then: () => ConsentResult,
): ConsentResult {
  const why = member(round, name);
  return why ? no(why) : then();
}
