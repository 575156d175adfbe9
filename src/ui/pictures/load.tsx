/** Hours of reading needed, laid on the hours people offered, and whether it can be done in words. */
import { plainNumber } from '../../words/amounts.ts';
import { useSpeech } from '../speech.ts';

export type LoadVerdict = 'easy' | 'just' | 'more';

/** Easily while a fifth of the offered time stays free. */
export function loadVerdict(needed: number, offered: number): LoadVerdict {
  if (needed > offered) return 'more';
  return needed <= offered * 0.8 ? 'easy' : 'just';
}

export function Load({ needed, offered }: { needed: number; offered: number }) {
  const say = useSpeech();
  const scale = 1000 / Math.max(needed, offered, 1);
  const end = Math.round(offered * scale);
  const verdict = loadVerdict(needed, offered);
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
        <path
          class="ink fill-wood"
          d={`M-5 41h${end + 10}v9H-5zM${end * 0.04} 50h9v13h-9zM${end * 0.94} 50h9v13h-9z`}
        />
      </svg>
      <figcaption>
        <b>{say(`ui.load-${verdict}`)}</b> {say('ui.load', hours)}
      </figcaption>
    </figure>
  );
}
