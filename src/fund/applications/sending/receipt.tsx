/** The receipt: it is with us, what happens next and when, who to ring, and a full copy. */
import { ReadBack } from '../../../forms/facts.tsx';
import { kindOf } from '../../../forms/kinds.ts';
import { Day, DayTime, TwoWords } from '../../../ui/facts.tsx';
import { Facts, Heading, Links, Section, Title } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import type { Answers } from '../answers/store.ts';
import type { Here } from '../here.ts';
import { mayWithdraw } from '../rules.ts';
import type { Coming } from './store.ts';

type ReceiptProps = { here: Here; answers: Answers; coming: readonly Coming[]; sentAt: Date };

export function ReceiptPage({ here, answers, coming, sentAt }: ReceiptProps) {
  const { say, voice, questions, application, fund, path } = here;
  const { person, phone } = fund.design.help;
  return (
    <>
      <Title step={say('applications.receipt.title')}>{say('applications.receipt.thanks')}</Title>
      <Note
        kind="done"
        title={
          <span>{say('applications.word-pair', { reference: <TwoWords>{application.reference}</TwoWords> })}</span>
        }
      >
        <p>{say('applications.sent-on', { day: <DayTime at={sentAt} zone={fund.zone} /> })}</p>
        {application.withdrawn && <p>{say('applications.stage.withdrawn.title')}</p>}
      </Note>
      {!application.withdrawn && coming.length > 0 && (
        <Section title={say('applications.receipt.next')} id="next">
          <Facts
            wide
            items={coming.map(({ code, what, at }) => ({
              label: <Day at={at} zone={fund.zone} />,
              words: voice.content(`${code}.what`, what),
            }))}
          />
          <p>{say('applications.receipt.each')}</p>
        </Section>
      )}
      <p>{say('applications.ring', { person, phone })}</p>
      <Links>
        <a href={`${path}/answers.txt`}>{say('applications.download')}</a> <a href={path}>{say('applications.home')}</a>{' '}
        {mayWithdraw(application).yes && <a href={`${path}/withdrawal`}>{say('applications.withdraw.link')}</a>}
      </Links>
      <Section title={say('applications.receipt.copy')} id="copy">
        {questions.map((question) => {
          const kept = answers.get(question.id);
          const facts = kept ? kindOf(question).facts(kept.body, question, voice) : [];
          return (
            <section key={question.id}>
              {question.type !== 'text_or_audio' || facts.length === 0 ? (
                <Heading level={3}>{voice.content(`${question.id}.ask`, question.ask)}</Heading>
              ) : null}
              {facts.length > 0 ? <ReadBack facts={facts} /> : <p class="soft">{say('applications.receipt.none')}</p>}
            </section>
          );
        })}
      </Section>
    </>
  );
}
