/** The boxes of one question, filled with what was typed before. */
import type { ComponentChildren } from 'preact';
import { Check, Choice, Select, TextArea, TextField } from '../ui/controls.tsx';
import { langs, languages } from '../words/languages.ts';
import { BudgetBoxes } from './budget-boxes.tsx';
import { GroupBoxes } from './group-boxes.tsx';
import { regions } from './place.ts';
import { type BoxesProps, nameOf, type Voice } from './questions.ts';

export function Boxes(props: BoxesProps): ComponentChildren {
  switch (props.question.type) {
    case 'contact':
      return <ContactBoxes {...props} />;
    case 'choice':
      return <GroupBoxes {...props} />;
    case 'place_and_languages':
      return <PlaceBoxes {...props} />;
    case 'text_or_audio':
      return <TextBox {...props} />;
    case 'budget_table':
      return <BudgetBoxes {...props} />;
    case 'mixed':
      return <SafetyBoxes {...props} />;
  }
}

function TextBox({ question, fields, voice: { say, content }, alone }: BoxesProps) {
  const { max_words: plenty } = question;
  return (
    <TextArea
      name={nameOf(question, 'text')}
      label={alone ? say('forms.your-answer') : content(`${question.id}.ask`, question.ask)}
      value={fields.text ?? ''}
      rows={plenty !== undefined && plenty > 120 ? 8 : 5}
      {...(plenty === undefined ? {} : { plenty })}
    />
  );
}

function yesOrNo({ say }: Pick<Voice, 'say'>) {
  return [
    { value: 'yes', label: say('forms.yes') },
    { value: 'no', label: say('forms.no') },
  ];
}

function ContactBoxes({ question, fields, voice }: BoxesProps) {
  const { say } = voice;
  const box = (part: string) => ({ name: nameOf(question, part), value: fields[part] ?? '' });
  return (
    <>
      <TextField
        {...box('name')}
        label={say('forms.contact.name')}
        hint={say('forms.contact.name-hint')}
        autocomplete="organization"
      />
      <TextField {...box('person')} label={say('forms.contact.person')} autocomplete="nickname" optional />
      <TextField
        {...box('email')}
        label={say('forms.contact.email')}
        hint={say('forms.contact.email-hint')}
        inputmode="email"
        autocomplete="email"
        dir="ltr"
        optional
      />
      <TextField
        {...box('phone')}
        label={say('forms.contact.phone')}
        type="tel"
        inputmode="tel"
        autocomplete="tel"
        short
        optional
      />
      <TextField {...box('best')} label={say('forms.contact.best')} hint={say('forms.contact.best-hint')} optional />
      <TextField {...box('times')} label={say('forms.contact.times')} optional />
      <Choice {...box('leave')} legend={say('forms.contact.leave')} options={yesOrNo(voice)} />
    </>
  );
}

function PlaceBoxes({ question, fields, voice: { say } }: BoxesProps) {
  const box = (part: string) => ({ name: nameOf(question, part), value: fields[part] ?? '' });
  const written = langs.map((lang) => ({ value: lang, label: languages[lang].name, lang }));
  return (
    <>
      <TextField {...box('town')} label={say('forms.place.town')} autocomplete="address-level2" />
      <Select
        {...box('region')}
        label={say('forms.place.region')}
        hint={say('forms.place.region-hint')}
        empty={say('forms.choose')}
        options={regions.map(({ value, key }) => ({ value, label: say(key) }))}
      />
      <TextField {...box('languages')} label={say('forms.place.languages')} optional />
      <Select
        {...box('write')}
        label={say('forms.place.write')}
        hint={say('forms.place.write-hint')}
        options={[...written, { value: 'other', label: say('forms.place.another') }]}
      />
    </>
  );
}

function SafetyBoxes({ question, fields, voice }: BoxesProps) {
  const { say } = voice;
  const box = (part: string) => ({ name: nameOf(question, part), value: fields[part] ?? '' });
  const shown = (['town', 'region', 'hidden'] as const).map((value) => ({ value, label: say(`forms.show.${value}`) }));
  return (
    <>
      <Choice
        {...box('name')}
        legend={say('forms.safety.name')}
        hint={say('forms.safety.name-hint')}
        options={yesOrNo(voice)}
      />
      <Choice {...box('place')} legend={say('forms.safety.place')} options={shown} />
      <Check
        name={nameOf(question, 'people')}
        label={say('forms.safety.people')}
        checked={(fields.people ?? '') !== ''}
      />
      <TextArea {...box('content')} rows={2} label={say('forms.safety.content')} optional />
      <TextArea
        {...box('access')}
        rows={3}
        label={say('forms.safety.access')}
        hint={say('forms.safety.access-hint')}
        optional
      />
      <TextArea {...box('private')} rows={3} label={say('forms.safety.private')} optional />
      <TextArea
        {...box('knows')}
        rows={2}
        label={say('forms.safety.knows')}
        hint={say('forms.safety.knows-hint')}
        optional
      />
    </>
  );
}
