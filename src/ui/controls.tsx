/** Boxes, choices and buttons: what a person writes in, picks and presses. */
import type { ComponentChildren } from 'preact';
import { wordCount } from '../words/amounts.ts';
import { About, Asked, type FieldProps, given, IfYouWant, idOf, tied } from './fields.tsx';
import { Icon, type IconName } from './icons.tsx';
import { useSpeech } from './speech.ts';

type TextProps = FieldProps & {
  readonly value?: string | null;
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'number'
    | 'search'
    | 'url'
    | 'password';
  readonly autocomplete?: string;
  readonly inputmode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | 'url' | 'search';
  readonly dir?: 'auto' | 'ltr';
  readonly short?: boolean;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly step?: string | number;
  readonly maxlength?: number;
  readonly list?: string;
  readonly required?: boolean;
};

const alwaysLtr = new Set(['email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local', 'password']);

export function TextField(field: TextProps) {
  const { name, value, type = 'text', short, autocomplete, inputmode, min, max, step, maxlength, list } = field;
  return (
    <Asked field={field}>
      <input
        id={idOf(field)}
        class={short === true ? 'short' : undefined}
        dir={field.dir ?? (alwaysLtr.has(type) ? 'ltr' : 'auto')}
        required={field.required === true}
        value={value ?? undefined}
        {...given({ name, type: type as 'text', autocomplete, inputmode, min, max, step, maxlength, list })}
        {...tied(field)}
      />
    </Asked>
  );
}

type AreaProps = FieldProps & {
  readonly value?: string | null;
  readonly rows?: number;
  /** How many words are plenty; shows the friendly count under the box. */
  readonly plenty?: number;
  readonly lang?: string;
  readonly maxlength?: number;
};

export function TextArea(field: AreaProps) {
  const { name, rows = 5, plenty, lang, maxlength } = field;
  const say = useSpeech();
  const id = idOf(field);
  return (
    <Asked field={field}>
      <textarea
        id={id}
        dir="auto"
        {...given({ name, rows, lang, maxlength })}
        {...tied(field, plenty === undefined ? undefined : `${id}-n`)}
      >
        {field.value ?? ''}
      </textarea>
      {plenty !== undefined && (
        <p class="count" id={`${id}-n`} data-counts={id}>
          {say('ui.word-count', { n: wordCount(field.value ?? '') })} {say('ui.plenty', { plenty })}
        </p>
      )}
    </Asked>
  );
}

/** Whole pounds as people type them; the reader of the form turns them into pence. */
export function MoneyField(field: FieldProps & { value?: string | null }) {
  return (
    <Asked field={field}>
      <span class="sum" dir="ltr">
        <span aria-hidden="true">£</span>
        <input
          id={idOf(field)}
          class="short num"
          name={field.name}
          inputmode="decimal"
          autocomplete="off"
          value={field.value ?? undefined}
          {...tied(field)}
        />
      </span>
    </Asked>
  );
}

export type Option = {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly lang?: string;
};

export function Select(
  field: FieldProps & { value?: string | null; options: readonly Option[]; empty?: ComponentChildren },
) {
  return (
    <Asked field={field}>
      <select id={idOf(field)} name={field.name} {...tied(field)}>
        {field.empty !== undefined && <option value="">{field.empty}</option>}
        {field.options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang} selected={option.value === field.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Asked>
  );
}

export function FileField(
  field: FieldProps & { accept?: string; capture?: 'user' | 'environment'; multiple?: boolean },
) {
  const { name, accept, capture, multiple } = field;
  return (
    <Asked field={field}>
      <input id={idOf(field)} type="file" {...given({ name, accept, capture, multiple })} {...tied(field)} />
    </Asked>
  );
}

type GroupProps = Omit<FieldProps, 'label'> & {
  readonly legend: ComponentChildren;
  readonly options: readonly Option[];
  /** For a page whose heading already asks the question: the legend is there for screen readers only. */
  readonly quietLegend?: boolean;
};

export function Choice(props: GroupProps & { value?: string | null }) {
  return <Picks {...props} type="radio" chosen={(value) => value === props.value} />;
}

export function Checks(props: GroupProps & { values?: readonly string[] }) {
  return <Picks {...props} type="checkbox" chosen={(value) => props.values?.includes(value) === true} />;
}

function Picks(props: GroupProps & { type: 'radio' | 'checkbox'; chosen: (value: string) => boolean }) {
  const id = idOf(props);
  return (
    <fieldset {...tied(props)}>
      <legend class={props.quietLegend === true ? 'vh' : undefined}>
        {props.legend}
        <IfYouWant field={props} />
      </legend>
      <About field={props} />
      {props.options.map((option, index) => (
        <Pick
          key={option.value}
          id={index === 0 ? id : `${id}-${index + 1}`}
          type={props.type}
          name={props.name}
          checked={props.chosen(option.value)}
          option={option}
        />
      ))}
    </fieldset>
  );
}

type PickProps = { id: string; type: 'radio' | 'checkbox'; name: string; checked: boolean; option: Option };

function Pick({ id, type, name, checked, option }: PickProps) {
  return (
    <label class="pick" for={id}>
      <input id={id} type={type} name={name} value={option.value} checked={checked} />
      <span lang={option.lang} dir={option.lang === undefined ? undefined : 'auto'}>
        {option.hint === undefined ? (
          option.label
        ) : (
          <>
            <b>{option.label}</b>
            <span>{option.hint}</span>
          </>
        )}
      </span>
    </label>
  );
}

/** One box to tick on its own. */
export function Check(field: FieldProps & { value?: string; checked?: boolean }) {
  const option = { value: field.value ?? 'yes', label: field.label };
  return (
    <div class="field">
      <Pick id={idOf(field)} type="checkbox" name={field.name} checked={field.checked === true} option={option} />
      <About field={field} />
    </div>
  );
}

type FormProps = {
  readonly action: string;
  readonly method?: 'post' | 'get';
  /** The idempotency key: pressing twice does the deed once. */
  readonly once?: string;
  readonly files?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
  readonly kind?: 'filters';
  readonly label?: string;
  readonly children?: ComponentChildren;
};

export function Form({ action, method = 'post', once, files, fields = {}, kind, label, children }: FormProps) {
  return (
    <form
      class={kind}
      aria-label={label}
      enctype={files === true ? 'multipart/form-data' : undefined}
      {...{ action, method }}
    >
      {once !== undefined && <HiddenKey value={once} />}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

export function HiddenKey({ value }: { value: string }) {
  return <input type="hidden" name="_key" value={value} />;
}

export type ButtonKind = 'main' | 'quiet' | 'small' | 'smallmain';

const looks: Readonly<Record<ButtonKind, string>> = {
  main: 'btn',
  quiet: 'btn quiet',
  small: 'btn quiet less',
  smallmain: 'btn less',
};

type ButtonProps = {
  readonly children: ComponentChildren;
  readonly kind?: ButtonKind;
  readonly icon?: IconName;
  readonly name?: string;
  readonly value?: string;
  readonly action?: string;
};

/** A sentence made of several pieces stays one sentence: a button lays its direct children out side by side. */
function together(children: ComponentChildren): ComponentChildren {
  return typeof children === 'string' ? children : <span>{children}</span>;
}

export function Button({ children, kind = 'main', icon, name, value, action }: ButtonProps) {
  return (
    <button class={looks[kind]} formaction={action} {...{ name, value }}>
      {icon !== undefined && <Icon name={icon} />}
      {together(children)}
    </button>
  );
}

type ButtonLinkProps = { href: string; kind?: ButtonKind; icon?: IconName; children: ComponentChildren };

export function ButtonLink({ href, kind = 'main', icon, children }: ButtonLinkProps) {
  return (
    <a class={looks[kind]} href={href}>
      {icon !== undefined && <Icon name={icon} />}
      {together(children)}
    </a>
  );
}

/** The row of things one can do. */
export function Does({ children }: { children: ComponentChildren }) {
  return <div class="does">{children}</div>;
}
