/** The boxes for what kind of group it is. */
import { Check, Choice, MoneyField, TextField } from '../ui/controls.tsx';
import { Heading } from '../ui/layout.tsx';
import { asShown } from './group.ts';
import { type BoxesProps, nameOf } from './questions.ts';

export function GroupBoxes({ question, fields, voice: { say, content }, alone }: BoxesProps) {
  const box = (part: string) => ({ name: nameOf(question, part), value: fields[part] ?? '' });
  const options = (question.options ?? []).map((option, at) => ({
    value: option,
    label: content(`${question.id}.option.${at}`, asShown(option)),
  }));
  return (
    <>
      <Choice
        {...box('form')}
        legend={content(`${question.id}.ask`, question.ask)}
        quietLegend={alone}
        options={[...options, { value: 'other', label: say('forms.group.something-else') }]}
      />
      <TextField {...box('other')} label={say('forms.group.other')} optional />
      <TextField
        {...box('sponsor')}
        label={say('forms.group.sponsor')}
        hint={say('forms.group.sponsor-hint')}
        optional
      />
      <Check name={nameOf(question, 'find')} label={say('forms.group.find')} checked={(fields.find ?? '') !== ''} />
      <Heading level={alone ? 2 : 3}>{say('forms.group.more')}</Heading>
      <p class="hint">{say('forms.group.more-why')}</p>
      <TextField {...box('year')} label={say('forms.group.year')} inputmode="numeric" short optional />
      <MoneyField {...box('turnover')} label={say('forms.group.turnover')} optional />
      <Choice
        {...box('led')}
        legend={say('forms.group.led')}
        options={(['yes', 'no', 'skip'] as const).map((value) => ({ value, label: say(`forms.led.${value}`) }))}
      />
    </>
  );
}
