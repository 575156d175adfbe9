/** The boxes for bank details, the same when first given and when changed. */
import type { Problem } from '../../../kernel/outcomes.ts';
import { Choice, TextField } from '../../../ui/controls.tsx';
import type { LetterSay, Typed } from './letter.ts';
import type { Payee } from './store.ts';

/** The words beside a box that needs another look. */
export function mend(say: LetterSay, problems: readonly Problem[], field: string) {
  const problem = problems.find((each) => each.field === field);
  return problem ? { problem: say(`grants.problem.${problem.code}` as 'grants.problem.agree') } : {};
}

type BankProps = {
  readonly say: LetterSay;
  readonly sponsor: string | null;
  readonly payee: Payee | null;
  readonly problems: readonly Problem[];
  readonly typed?: Typed | undefined;
};

export function BankBoxes({ say, sponsor, payee, problems, typed }: BankProps) {
  return (
    <>
      {sponsor !== null && (
        <Choice
          name="holder"
          legend={say('grants.bank.holder')}
          value={typed?.('holder') ?? payee?.holder ?? null}
          options={[
            { value: 'sponsor', label: say('grants.bank.sponsor', { sponsor }) },
            { value: 'own', label: say('grants.bank.own') },
          ]}
          {...mend(say, problems, 'holder')}
        />
      )}
      <TextField
        name="account_name"
        label={say('grants.bank.name')}
        autocomplete="off"
        value={typed?.('account_name') ?? ''}
        {...mend(say, problems, 'account_name')}
      />
      <TextField
        name="sort_code"
        label={say('grants.bank.sort')}
        hint={say('grants.bank.sort.hint')}
        inputmode="numeric"
        autocomplete="off"
        dir="ltr"
        short
        value={typed?.('sort_code') ?? ''}
        {...mend(say, problems, 'sort_code')}
      />
      <TextField
        name="account_number"
        label={say('grants.bank.number')}
        hint={say('grants.bank.number.hint')}
        inputmode="numeric"
        autocomplete="off"
        dir="ltr"
        short
        value={typed?.('account_number') ?? ''}
        {...mend(say, problems, 'account_number')}
      />
    </>
  );
}
