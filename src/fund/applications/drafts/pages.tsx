/** A draft has begun: its word pair, its private link, and the first question. */
import { Button, ButtonLink, Does, Form } from '../../../ui/controls.tsx';
import { TwoWords } from '../../../ui/facts.tsx';
import { Heading, Links, Sheet, Title } from '../../../ui/layout.tsx';
import { Note } from '../../../ui/notes.tsx';
import { SendUntil } from '../answers/pages.tsx';
import type { Here, Sayer } from '../here.ts';

export function StartedPage({ here, now, once }: { here: Here; now: Date; once: string }) {
  const { say, application, path, questions } = here;
  return (
    <>
      <Title step={say('applications.started.step')} lede={say('applications.started.lede')}>
        <TwoWords>{application.reference}</TwoWords>
      </Title>
      <p>{say('applications.started.pair')}</p>
      <Does>
        <ButtonLink href={`${path}/questions/${questions[0]?.id ?? ''}`}>
          {say('applications.started.first')}
        </ButtonLink>
        <ButtonLink kind="quiet" href={`${path}/all`}>
          <span>{say('applications.see-all', { n: questions.length })}</span>
        </ButtonLink>
      </Does>
      <p class="small soft">
        <SendUntil here={here} now={now} />
      </p>
      <MakeLink here={here} once={once} />
    </>
  );
}

export function MakeLink({ here, once }: { here: Here; once: string }) {
  const { say, path } = here;
  return (
    <>
      <Heading>{say('applications.link.heading')}</Heading>
      <p>{say('applications.link.why')}</p>
      <Form action={`${path}/link`} once={once}>
        <Does>
          <Button kind="quiet">{say('applications.link.make')}</Button>
        </Does>
      </Form>
      <p class="small soft">{say('applications.link.code')}</p>
    </>
  );
}

export function LinkPage({ here, link }: { here: Here; link: string }) {
  const { say, path } = here;
  return (
    <>
      <Title>{say('applications.link.title')}</Title>
      <p>{say('applications.link.once')}</p>
      <Sheet>
        <p>
          <code id="private-link" dir="ltr">
            {link}
          </code>
        </p>
      </Sheet>
      <Note kind="gap">
        <p>{say('applications.link.care')}</p>
      </Note>
      <Links>
        <a href={path}>{say('applications.link.kept')}</a>
      </Links>
    </>
  );
}

export function CannotStart({ say, reason, fundHref }: { say: Sayer; reason: 'before' | 'closed'; fundHref: string }) {
  return (
    <>
      <Title line={false}>{say(`applications.start.${reason}.title`)}</Title>
      <Note kind="no">
        <p>{say(`applications.start.${reason}.why`)}</p>
      </Note>
      <Links>
        <a href={fundHref}>{say('applications.start.fund')}</a>
      </Links>
    </>
  );
}
