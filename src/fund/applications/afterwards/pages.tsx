/** Pages for withdrawing, for coming late, and for what may be published. */
import { Button, Choice, Does, Form, TextArea } from '../../../ui/controls.tsx';
import { DayTime, TwoWords } from '../../../ui/facts.tsx';
import { Links, Title } from '../../../ui/layout.tsx';
import { Note, Problems } from '../../../ui/notes.tsx';
import type { Here } from '../here.ts';
import { mayAskLate, mayChoosePublishing, mayWithdraw } from '../rules.ts';
import { type PublishField, publishFields } from './store.ts';

type PageProps = { here: Here; once: string; now: Date };

function Home({ here }: { here: Here }) {
  return (
    <Links>
      <a href={here.path}>{here.say('applications.home')}</a>
    </Links>
  );
}

export function WithdrawPage({ here, once }: PageProps) {
  const { say, application, path, fund } = here;
  const verdict = mayWithdraw(application);
  const { person, phone } = fund.design.help;
  return (
    <>
      <Title line={false} step={<TwoWords>{application.reference}</TwoWords>}>
        {say('applications.withdraw.title')}
      </Title>
      {verdict.yes ? (
        <>
          <p>{say('applications.withdraw.why')}</p>
          <p>{say('applications.withdraw.undo', { person, phone })}</p>
          <Form action={`${path}/withdrawal`} once={once}>
            <Does>
              <Button name="sure" value="yes">
                {say('applications.withdraw.button')}
              </Button>
            </Does>
          </Form>
        </>
      ) : (
        <Note kind="no">
          <p>{say(`applications.withdraw.${verdict.reason}`, { person, phone })}</p>
        </Note>
      )}
      <Home here={here} />
    </>
  );
}

export function LatePage({ here, once, now, reason, empty }: PageProps & { reason: string; empty: boolean }) {
  const { say, application, path, fund } = here;
  const verdict = mayAskLate(application, now);
  return (
    <>
      {empty && <Problems problems={[{ field: 'reason', words: say('applications.late.empty') }]} />}
      <Title line={false} step={<TwoWords>{application.reference}</TwoWords>}>
        {say('applications.late.title')}
      </Title>
      <p>{say('applications.was-closed', { day: <DayTime at={application.closesAt} zone={fund.zone} /> })}</p>
      {verdict.yes ? (
        <>
          <p>{say('applications.late.how')}</p>
          <Form action={`${path}/late`} once={once}>
            <TextArea
              name="reason"
              label={say('applications.late.label')}
              hint={say('applications.late.hint')}
              rows={3}
              value={reason}
              {...(empty ? { problem: say('applications.late.empty') } : {})}
            />
            <Does>
              <Button>{say('applications.late.button')}</Button>
            </Does>
          </Form>
        </>
      ) : (
        <Note kind={verdict.reason === 'asked' ? 'care' : 'no'}>
          <p>
            {application.letIn && !application.sent
              ? say('applications.late.let-in')
              : say(`applications.late.${verdict.reason}`)}
          </p>
        </Note>
      )}
      <Home here={here} />
    </>
  );
}

type PublishProps = PageProps & { choices: ReadonlyMap<PublishField, boolean> };

export function PublishPage({ here, once, choices }: PublishProps) {
  const { say, application, path, fund } = here;
  const { person, phone } = fund.design.help;
  const answer = (field: PublishField) => {
    const chosen = choices.get(field);
    return chosen === undefined ? '' : chosen ? 'yes' : 'no';
  };
  return (
    <>
      <Title step={<TwoWords>{application.reference}</TwoWords>}>{say('applications.publish.title')}</Title>
      {mayChoosePublishing(application).yes ? (
        <>
          <p>{say('applications.publish.why')}</p>
          <Form action={`${path}/publishing`} once={once}>
            {publishFields.map((field) => (
              <Choice
                key={field}
                name={field}
                legend={say(`applications.publish.${field}`)}
                value={answer(field)}
                options={[
                  { value: 'yes', label: say('applications.publish.yes') },
                  { value: 'no', label: say('applications.publish.no') },
                ]}
              />
            ))}
            <p class="small">{say('applications.publish.default', { person, phone })}</p>
            <Does>
              <Button>{say('applications.publish.button')}</Button>
            </Does>
          </Form>
        </>
      ) : (
        <Note kind="no">
          <p>{say('applications.publish.not-yet')}</p>
        </Note>
      )}
      <Home here={here} />
    </>
  );
}
