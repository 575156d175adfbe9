/** Sends that look alike: the list, two side by side for a person to settle, and the group's own choice. */
import type { ComponentChildren } from 'preact';
import { Button, Choice, Does, Form, TextArea } from '../../../ui/controls.tsx';
import { Amount, DayTime } from '../../../ui/facts.tsx';
import { Facts, Fold, Half, Heading, Links, Row, Rows, Sheet, Soft, Title } from '../../../ui/layout.tsx';
import { Empty, Note, Problems } from '../../../ui/notes.tsx';
import { day, money } from '../../../words/amounts.ts';
import { Answers } from '../cases/answers.tsx';
import type { Sayer } from '../telling/letter.ts';
import type { Sign } from './likeness.ts';
import { keeps, maySettlePair, type SettlePairNo } from './rules.ts';
import type { Half as OneHalf, PairInFull, PairLine } from './store.ts';

type Read = (half: OneHalf) => Parameters<typeof Answers>[0]['facts'];

function Signs({ say, signs }: { say: Sayer; signs: readonly Sign[] }) {
  return (
    <ul>
      {signs.map((sign) => (
        <li key={sign}>{say(`intake.sign.${sign}`)}</li>
      ))}
    </ul>
  );
}

type ListProps = {
  readonly say: Sayer;
  readonly path: string;
  readonly once: string;
  readonly pairs: readonly PairLine[];
  readonly found: number | null;
  readonly saved: boolean;
};

export function PairsPage({ say, path, once, pairs, found, saved }: ListProps) {
  return (
    <>
      <Title lede={say('intake.pairs.lede')}>{say('intake.pairs.title')}</Title>
      {found !== null && <Note kind="done" title={say('intake.pairs.found', { n: found })} />}
      {saved && <Note kind="done" title={say('intake.pairs.saved')} />}
      <Form action={path} once={once}>
        <Does>
          <Button kind="quiet">{say('intake.board.seek')}</Button>
        </Does>
      </Form>
      {pairs.length === 0 ? (
        <Empty>{say('intake.pairs.none')}</Empty>
      ) : (
        <Rows>
          {pairs.map((pair) => (
            <Row
              key={pair.id}
              title={<span dir="auto">{`${pair.names[0]} · ${pair.names[1]}`}</span>}
              href={`/duplicates/${pair.id}`}
            >
              <Signs say={say} signs={pair.signs} />
              <Soft>
                {pair.asked ? (
                  <>
                    {say('intake.pairs.asked')} {say('intake.pairs.answers', { n: pair.choices })}
                  </>
                ) : (
                  say('intake.pairs.not-asked')
                )}
              </Soft>
            </Row>
          ))}
        </Rows>
      )}
    </>
  );
}

type PairProps = {
  readonly say: Sayer;
  readonly zone: string;
  readonly pair: PairInFull;
  readonly read: Read;
  readonly once: () => string;
  readonly no: SettlePairNo | null;
  readonly problems: readonly { field: string; words: ComponentChildren }[];
  readonly typed: (field: string) => string;
};

/** Which sentence says why it cannot be settled now. */
const notNow = { settled: 'settled', gone: 'pair-gone', 'too-far': 'too-far' } as const;

export function PairPage(props: PairProps) {
  const { say, pair, no, problems } = props;
  const may = maySettlePair(pair);
  const reason = no ?? (may.yes || may.reason === 'settled' ? null : may.reason);
  return (
    <>
      <Title line={false}>{say('intake.pair.title')}</Title>
      <Problems problems={problems} />
      {reason !== null && (
        <Note kind="no" title={say(`intake.not.${notNow[reason]}`)}>
          <p>{say(`intake.not.${notNow[reason]}-next`)}</p>
        </Note>
      )}
      {pair.settlement !== null && (
        <Note kind="done" title={say('intake.pair.settled', { words: pair.settlement.words })} />
      )}
      <Heading line>{say('intake.pair.signs')}</Heading>
      <Signs say={say} signs={pair.signs} />
      <Half>
        {pair.halves.map((half) => (
          <OneSend key={half.applicationId} {...props} half={half} />
        ))}
      </Half>
      {may.yes && <AskForm {...props} />}
      {may.yes && <SettleForm {...props} />}
    </>
  );
}

function OneSend({ say, zone, half, read }: PairProps & { half: OneHalf }) {
  return (
    <Sheet>
      <Heading>
        <span dir="auto">{half.groupName}</span>
      </Heading>
      <Soft>{half.reference}</Soft>
      <Facts
        items={[
          { label: say('intake.pair.sent'), words: <DayTime at={half.sentAt} zone={zone} /> },
          { label: say('intake.pair.asks'), words: <Amount pence={half.requestedPence} /> },
          { label: say('intake.pair.sponsor'), words: half.sponsor ?? say('intake.unsaid') },
          {
            label: say('intake.pair.says'),
            words: (
              <>
                {say(`intake.pair.says.${half.choice?.keep ?? 'none'}`)} <span dir="auto">{half.choice?.words}</span>
              </>
            ),
          },
        ]}
      />
      <Fold summary={say('intake.case.answers')}>
        <Answers facts={read(half)} />
      </Fold>
      <Links>
        <a href={`/intake/${half.applicationId}`}>{say('intake.pair.open')}</a>
      </Links>
    </Sheet>
  );
}

function AskForm({ say, pair, once }: PairProps) {
  if (pair.asked) return <p>{say('intake.pair.asked')}</p>;
  return (
    <Form action={`/duplicates/${pair.id}/asks`} once={once()}>
      <p>{say('intake.pair.ask-why')}</p>
      <Does>
        <Button kind="quiet">{say('intake.pair.ask')}</Button>
      </Does>
    </Form>
  );
}

function SettleForm({ say, zone, pair, once, typed, problems }: PairProps) {
  const problem = (field: string) => problems.find((each) => each.field === field)?.words;
  const heard = pair.halves.some((half) => half.choice !== null);
  const goesOn = (half: OneHalf) =>
    say('intake.pair.goes-on', { ref: half.reference, name: half.groupName, day: day(say.lang, half.sentAt, zone) });
  return (
    <>
      <Heading line>{say('intake.pair.settle')}</Heading>
      <Form action={`/duplicates/${pair.id}/settlement`} once={once()}>
        <Choice
          name="kept"
          legend={say('intake.pair.legend')}
          value={typed('kept')}
          problem={problem('kept')}
          options={[
            ...pair.halves.map((half) => ({ value: half.applicationId, label: goesOn(half) })),
            { value: 'both', label: say('intake.pair.both') },
          ]}
        />
        {heard ? null : (
          <Choice
            name="group_asked"
            legend={say('intake.pair.asked-legend')}
            value={typed('group_asked')}
            problem={problem('group_asked')}
            options={[
              { value: 'yes', label: say('intake.yes') },
              { value: 'no', label: say('intake.no') },
            ]}
          />
        )}
        <TextArea
          name="words"
          rows={3}
          label={say('intake.pair.words')}
          value={typed('words')}
          problem={problem('words')}
        />
        <Does>
          <Button>{say('intake.pair.save')}</Button>
        </Does>
      </Form>
    </>
  );
}

type KeepProps = {
  readonly say: Sayer;
  readonly zone: string;
  readonly applicationId: string;
  readonly pairs: readonly PairInFull[];
  readonly once: () => string;
  /** The pair whose form came back, and why. */
  readonly trouble: { pair: string; words: ComponentChildren } | null;
  readonly typed: (field: string) => string;
};

export function KeepPage(props: KeepProps) {
  const { say, pairs, trouble, applicationId } = props;
  return (
    <>
      <Title {...(pairs.length > 0 ? { lede: say('intake.keep.lede') } : {})}>{say('intake.keep.title')}</Title>
      {trouble !== null && <Problems problems={[{ field: `keep-${trouble.pair}`, words: trouble.words }]} />}
      {pairs.length === 0 && <Empty>{say('intake.keep.none')}</Empty>}
      {pairs.map((pair) => (
        <KeepForm key={pair.id} {...props} pair={pair} />
      ))}
      <Links>
        <a href={`/applications/${applicationId}`}>{say('intake.back')}</a>
      </Links>
    </>
  );
}

function KeepForm(props: KeepProps & { pair: PairInFull }) {
  const { say, zone, pair, applicationId, once, trouble, typed } = props;
  const mine = pair.halves.find((half) => half.applicationId === applicationId);
  const other = pair.halves.find((half) => half.applicationId !== applicationId);
  if (!mine || !other) return null;
  const when = (half: OneHalf) => day(say.lang, half.sentAt, zone);
  const hints = {
    this: say('intake.keep.this-hint', { day: when(mine), sum: money(say.lang, mine.requestedPence) }),
    other: say('intake.keep.other-hint', { day: when(other) }),
    both: undefined,
    talk: say('intake.keep.talk-hint'),
  };
  const labels = {
    this: say('intake.keep.this', { ref: mine.reference }),
    other: say('intake.keep.other', { ref: other.reference }),
    both: say('intake.keep.both'),
    talk: say('intake.keep.talk'),
  };
  const back = trouble?.pair === pair.id;
  return (
    <>
      {mine.choice !== null && !back && <Note kind="done" title={say('intake.keep.sent')} />}
      <Form action={`/applications/${applicationId}/keep`} once={once()} fields={{ pair: pair.id }}>
        <Choice
          name="keep"
          id={`f-keep-${pair.id}`}
          legend={say('intake.keep.legend')}
          quietLegend
          value={back ? typed('keep') : (mine.choice?.keep ?? null)}
          {...(back ? { problem: trouble.words } : {})}
          options={keeps.map((value) => ({ value, label: labels[value], hint: hints[value] }))}
        />
        <TextArea
          name="words"
          id={`f-words-${pair.id}`}
          rows={3}
          optional
          label={say('intake.keep.words')}
          value={back ? typed('words') : (mine.choice?.words ?? null)}
        />
        <Does>
          <Button>{say('intake.keep.send')}</Button>
        </Does>
      </Form>
    </>
  );
}
