/** Money laid on a table in blocks: what is given, what is free, and what hangs over the end. */
import { money } from '../../words/amounts.ts';
import { Amount } from '../facts.tsx';
import { roles } from '../roles.ts';
import { useSpeech } from '../speech.ts';

export type Cloth = 'act' | 'joy' | 'clay' | 'plum' | 'olive' | 'dusk';

export type Block = { readonly label: string; readonly pence: number; readonly cloth?: Cloth };

type PotProps = {
  readonly title: string;
  readonly total: number;
  readonly blocks: readonly Block[];
  readonly currency?: string;
  readonly free?: boolean;
  readonly freeLabel?: string;
};

const cloths: readonly Cloth[] = ['act', 'joy', 'clay', 'plum', 'olive', 'dusk'];
const width = 1000;
const gap = 4;

type Laid = { readonly block: Block; readonly look: string; readonly x: number; readonly w: number };

/** Where each block lies when the longer of pot and sum fills the width; the smallest still shows. */
export function lay(blocks: readonly Block[], total: number): { laid: Laid[]; end: number; sum: number } {
  const sum = blocks.reduce((all, block) => all + block.pence, 0);
  const scale = width / Math.max(total, sum, 1);
  let at = 0;
  const laid = blocks.map((block, index) => {
    const x = at * scale;
    at += block.pence;
    const cloth = block.cloth ?? cloths[index % cloths.length];
    return { block, look: `ink fill-${cloth}`, x: round(x), w: round(Math.max(block.pence * scale - gap, 5)) };
  });
  return { laid, end: round(total * scale), sum };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function Pot({ title, total, blocks, currency, free = true, freeLabel }: PotProps) {
  const say = useSpeech();
  const { laid, end, sum } = lay(blocks, total);
  const left = total - sum;
  const text = (pence: number) => money(say.lang, pence, currency);
  const freely = freeLabel ?? say.text('ui.free');
  const told = blocks.map((block) => `${block.label}: ${text(block.pence)}`).join('. ');
  return (
    <figure>
      <svg class="pot" viewBox={`-6 0 ${width + 12} 64`} preserveAspectRatio="none" role="img">
        <title>{title}</title>
        <desc>
          {told}. {say.text('ui.laid', { sum: text(sum), total: text(total) })}{' '}
          {left < 0 && say.text('ui.over', { sum: text(-left) })}
        </desc>
        {laid.map(({ look, x, w }) => (
          <rect key={x} class={look} x={x} y="4" width={w} height="36" rx="5" />
        ))}
        {left > 0 && free && (
          <rect
            class="ink fill-none dash"
            x={end - (left * end) / total}
            y="4"
            width={(left * end) / total}
            height="36"
          />
        )}
        <path
          class="ink fill-wood"
          d={`M-5 41h${end + 10}v9H-5zM${end * 0.04} 50h9v13h-9zM${end * 0.94} 50h9v13h-9z`}
        />
      </svg>
      <ul class="key" {...roles.list}>
        {laid.map(({ block, look }) => (
          <Line key={block.label} look={look} label={block.label} pence={block.pence} currency={currency} />
        ))}
        {left > 0 && free && <Line look="ink fill-none dash" label={freely} pence={left} currency={currency} />}
      </ul>
      {left < 0 && <p class="mind">{say('ui.over', { sum: text(-left) })}</p>}
    </figure>
  );
}

type LineProps = { look: string; label: string; pence: number; currency: string | undefined };

function Line({ look, label, pence, currency }: LineProps) {
  return (
    <li>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <rect class={look} x="2" y="2" width="16" height="16" rx="4" />
      </svg>
      <bdi>{label}</bdi>
      <b>{currency === undefined ? <Amount pence={pence} /> : <Amount pence={pence} currency={currency} />}</b>
    </li>
  );
}
