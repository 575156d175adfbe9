/** Signing on a phone: a name, where the money goes, and what may be public, with nothing chosen before. */
import { Button, Check, Choice, Does, Form, TextField } from '../../../ui/controls.tsx';
import { Heading, Section, Sheet, Small, Soft } from '../../../ui/layout.tsx';
import { Problems } from '../../../ui/notes.tsx';
import { BankBoxes, mend } from './boxes.tsx';
import type { LetterProps } from './letter.ts';
import { mayBePublished } from './rules.ts';

export function Signing({ say, once, path, letter, kept, payee, problems = [], typed }: LetterProps) {
  return (
    <Section title={say('grants.sign.title')} id="sign">
      <Sheet call>
        <Problems
          problems={problems.map((each) => ({
            field: each.field,
            words: say(`grants.problem.${each.code}` as 'grants.problem.agree'),
          }))}
        />
        <Form action={`${path}/agreement/signature`} once={once()}>
          <Small>{say('grants.sign.why')}</Small>
          <Heading level={3}>{say('grants.bank.title')}</Heading>
          <Small>{say('grants.bank.why')}</Small>
          <BankBoxes say={say} sponsor={letter.sponsor} payee={payee} problems={problems} typed={typed} />
          <Heading level={3}>{say('grants.publish.title')}</Heading>
          <Small>{say('grants.publish.why')}</Small>
          {kept.name && <Soft>{say('grants.publish.kept.name')}</Soft>}
          {kept.place && <Soft>{say('grants.publish.kept.place')}</Soft>}
          {mayBePublished(kept).map((field) => (
            <Choice
              key={field}
              name={`publish-${field}`}
              legend={say(`grants.publish.${field}`)}
              value={typed?.(`publish-${field}`) ?? null}
              options={[
                { value: 'yes', label: say('grants.publish.yes') },
                { value: 'no', label: say('grants.publish.no') },
              ]}
            />
          ))}
          <TextField
            name="signed_as"
            label={say('grants.sign.as')}
            autocomplete="name"
            value={typed?.('signed_as') ?? ''}
            {...mend(say, problems, 'signed_as')}
          />
          <Check
            name="agree"
            label={say('grants.sign.agree')}
            checked={typed?.('agree') === 'yes'}
            {...mend(say, problems, 'agree')}
          />
          <Does>
            <Button>{say('grants.sign.do')}</Button>
          </Does>
        </Form>
      </Sheet>
    </Section>
  );
}
