/** How things stand, in words first: a gap, a no with its next step, done, care, saved, and how far along. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';
import { EmptyTable } from './pictures/seats.tsx';
import { roles } from './roles.ts';
import { useSpeech } from './speech.ts';

export type NoteKind = 'gap' | 'no' | 'done' | 'care' | 'signal' | 'machine';

const notes: Readonly<Record<NoteKind, { look: string; icon?: IconName }>> = {
  gap: { look: 'note' },
  no: { look: 'note no' },
  done: { look: 'note done', icon: 'tick' },
  care: { look: 'note done' },
  signal: { look: 'note', icon: 'offphone' },
  machine: { look: 'note' },
};

type NoteProps = { kind: NoteKind; title?: ComponentChildren; icon?: IconName; children?: ComponentChildren };

export function Note({ kind, title, icon, children }: NoteProps) {
  const picture = icon ?? notes[kind].icon;
  return (
    <div class={notes[kind].look} role={kind === 'done' ? 'status' : undefined}>
      {title !== undefined && (
        <p class="note-top">
          {picture !== undefined && <Icon name={picture} />}
          {title}
        </p>
      )}
      {children}
    </div>
  );
}

export type Problem = { readonly field?: string; readonly words: ComponentChildren };

/** What needs another look, on top of the form, each with a way to its place. Nothing when there is nothing. */
export function Problems({ problems, title }: { problems: readonly Problem[]; title?: ComponentChildren }) {
  const say = useSpeech();
  if (problems.length === 0) return null;
  return (
    <div class="note" role="alert" id="problems" tabindex={-1}>
      <h2 class="note-top">{title ?? say('ui.problems')}</h2>
      <ul>
        {problems.map(({ field, words }, index) => (
          <li key={`${field ?? ''} ${index}`}>
            {field === undefined ? words : <a href={`#${field.startsWith('f-') ? field : `f-${field}`}`}>{words}</a>}
          </li>
        ))}
      </ul>
      <p class="small">{say('ui.kept')}</p>
    </div>
  );
}

type SavedProps = { phone?: string; us?: string; waiting?: boolean; noSignal?: boolean };

export function Saved({ phone, us, waiting, noSignal }: SavedProps) {
  const say = useSpeech();
  return (
    <div role="status">
      <ul class="saved" {...roles.list}>
        {phone !== undefined && (
          <li class="ok">
            <Icon name="phone" />
            <span>{say('ui.saved-phone', { time: phone })}</span>
          </li>
        )}
        {us !== undefined && (
          <li class="ok">
            <Icon name="table" />
            <span>{say('ui.saved-us', { time: us })}</span>
          </li>
        )}
        {waiting === true && (
          <li class="soft">
            <Icon name="clock" />
            <span>{say('ui.sending')}</span>
          </li>
        )}
        {noSignal === true && (
          <li class="mind">
            <Icon name="offphone" />
            <span>
              {say('ui.no-signal')}. {say('ui.no-signal-more')}
            </span>
          </li>
        )}
      </ul>
    </div>
  );
}

function Stitches({ done, now, of }: { done: number; now?: number; of: number }) {
  const looks = Array.from({ length: Math.min(of, 60) }, (_, index) => index + 1);
  return (
    <div class="stitches" aria-hidden="true">
      {looks.map((stitch) => (
        <i key={stitch} class={stitch <= done ? 'd' : stitch === now ? 'n' : undefined} />
      ))}
    </div>
  );
}

/** "Your idea · Question 7 of 14", and a stitch for each question. */
export function Progress({ at, of, part }: { at: number; of: number; part?: ComponentChildren }) {
  const say = useSpeech();
  return (
    <>
      <p class="step">
        {part !== undefined && <span class="soft">{part} · </span>}
        <b>{say('ui.question', { at, of })}</b>
      </p>
      <Stitches done={at - 1} now={at} of={of} />
    </>
  );
}

/** Long work one may leave: ten stitches and a sentence with the count. */
export function Working({ done, of, children }: { done: number; of: number; children: ComponentChildren }) {
  const say = useSpeech();
  return (
    <div role="status">
      <p>{children}</p>
      <Stitches done={of > 0 ? Math.floor((Math.min(done, of) / of) * 10) : 0} of={10} />
      <p class="small soft">{say('ui.can-close')}</p>
    </div>
  );
}

export function Empty({ children }: { children: ComponentChildren }) {
  return (
    <div class="empty">
      <EmptyTable />
      <p>{children}</p>
    </div>
  );
}
