/** The thread of a round: sewn behind, dashed ahead, and a flag where we are. */
import type { ComponentChildren } from 'preact';
import { roles } from '../roles.ts';
import { useSpeech } from '../speech.ts';

export type Step = {
  readonly label: ComponentChildren;
  readonly when?: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly state: 'past' | 'now' | 'ahead';
  readonly href?: string;
};

export function Timeline({ label, steps, wide }: { label: string; steps: readonly Step[]; wide?: boolean }) {
  const say = useSpeech();
  return (
    <ol class={wide === true ? 'thread wide' : 'thread'} {...roles.list} aria-label={label}>
      {steps.map((step, index) => (
        <li key={index} class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          {step.state === 'now' ? (
            <span class="here">{say('ui.you-are-here')}</span>
          ) : (
            <span class="vh">{say(step.state === 'past' ? 'ui.step-past' : 'ui.step-ahead')} </span>
          )}
          <b>{step.href === undefined ? step.label : <a href={step.href}>{step.label}</a>}</b>
          {step.when !== undefined && <span class="soft">{step.when}</span>}
          {step.note}
        </li>
      ))}
    </ol>
  );
}
