/** What every field shares: its label first, why we ask, what needs another look, and the links between them. */
import type { ComponentChildren } from 'preact';
import { useSpeech } from './speech.ts';

export type FieldProps = {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly id?: string;
  readonly hint?: ComponentChildren;
  readonly problem?: ComponentChildren;
  readonly optional?: boolean;
};

export function idOf(field: { name: string; id?: string }): string {
  return field.id ?? `f-${field.name}`;
}

/** Attributes as given, without the ones nobody gave. */
export function given<T extends object>(attributes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function told(words: ComponentChildren): boolean {
  return words !== undefined && words !== null && words !== false && words !== '';
}

/** The attributes that tie a box to its hint, its problem and (with `more`) other lines about it. */
export function tied(field: Pick<FieldProps, 'name' | 'id' | 'hint' | 'problem'>, more?: string) {
  const id = idOf(field);
  const lines = [told(field.hint) ? `${id}-h` : '', told(field.problem) ? `${id}-p` : '', more ?? ''].filter(Boolean);
  return {
    'aria-describedby': lines.length > 0 ? lines.join(' ') : undefined,
    'aria-invalid': told(field.problem) ? ('true' as const) : undefined,
  };
}

export function About({ field }: { field: Pick<FieldProps, 'name' | 'id' | 'hint' | 'problem'> }) {
  const id = idOf(field);
  return (
    <>
      {told(field.hint) && (
        <p class="hint" id={`${id}-h`}>
          {field.hint}
        </p>
      )}
      {told(field.problem) && (
        <p class="mend" id={`${id}-p`}>
          {field.problem}
        </p>
      )}
    </>
  );
}

export function Asked({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={idOf(field)}>
        {field.label}
        <IfYouWant field={field} />
      </label>
      <About field={field} />
      {children}
    </div>
  );
}

export function IfYouWant({ field }: { field: { optional?: boolean } }) {
  const say = useSpeech();
  if (field.optional !== true) return null;
  return <span class="soft"> {say('ui.if-you-want')}</span>;
}
