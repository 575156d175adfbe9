/** Hours of reading needed, laid on the hours people offered and those only counted on, and whether it can be done in words. */
import type { ComponentChildren } from 'preact';
import { plainNumber } from '../../words/amounts.ts';
import { useSpeech } from '../speech.ts';

export type LoadVerdict = 'easy' | 'just' | 'perhaps' | 'more';

/** Easily while a fifth of the offered time stays free; perhaps, where it takes hours that nobody has said yet. */
export function loadVerdict(needed: number, offered: number, counted = 0): LoadVerdict {
  if (needed > offered) return needed <= offered + counted ? 'perhaps' : 'more';
  return needed <= offered * 0.8 ? 'easy' : 'just';
}

type LoadProps = {
  needed: number;
  offered: number;
  /** Hours that nobody has said yet; the children say whose they are. */
  counted?: number;
  children?: ComponentChildren;
};

export function Load({ needed, offered, counted = 0, children }: LoadProps) {
  const say = useSpeech();
  const scale = 1000 / Math.max(needed, offered + counted, 1);
  const [said, end] = [Math.round(offered * scale), Math.round((offered + counted) * scale)];
  const verdict = loadVerdict(needed, offered, counted);
  const hours = { needed: plainNumber(say.lang, needed), offered: plainNumber(say.lang, offered) };
  return (
    <figure>
      <svg class="load" viewBox="-6 0 1012 64" preserveAspectRatio="none" role="img">
        <title>{say.text(`ui.load-${verdict}`)}</title>
        <desc>{say.text('ui.load', hours)}</desc>
        <rect
          class={`ink fill-${verdict === 'more' ? 'joy' : 'act'}`}
          y="6"
          width={Math.round(needed * scale)}
          height="34"
          rx="5"
        />
        <path class="ink fill-wood" d={`M${end * 0.04} 50h9v13h-9zM${end * 0.94} 50h9v13h-9z`} />
        {counted > 0 && <path class="ink fill-none dash" d={`M${said} 41h${end - said + 5}v9H${said}z`} />}
        {(offered > 0 || counted === 0) && (
          <path class="ink fill-wood" d={`M-5 41h${said + (counted > 0 ? 5 : 10)}v9H-5z`} />
        )}
      </svg>
      <figcaption>
        <b>{say(`ui.load-${verdict}`)}</b> {say('ui.load', hours)} {children}
      </figcaption>
    </figure>
  );
}
