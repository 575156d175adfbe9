/** Seats round a table; a seat pulled back is someone who stepped back, and it never says who. */
import type { ComponentChildren } from 'preact';
import { useSpeech } from '../speech.ts';

export type Seat = 'here' | 'back' | 'empty';

const cloths = ['act', 'dusk', 'olive', 'plum', 'clay', 'joy'] as const;
const step = 40;

export function Seats({ seats, children }: { seats: readonly Seat[]; children?: ComponentChildren }) {
  const say = useSpeech();
  const here = seats.filter((seat) => seat === 'here').length;
  const back = seats.filter((seat) => seat === 'back').length;
  const told = say.text('ui.seats-here', { n: here });
  return (
    <figure class="seats">
      <svg {...size(seats)} role="img">
        <title>{told}</title>
        {back > 0 && <desc>{say.text('ui.seats-back', { n: back })}</desc>}
        <Drawing seats={seats} />
      </svg>
      <figcaption class="small">
        {told}
        {back > 0 && <>. {say('ui.seats-back', { n: back })}</>}. {children}
      </figcaption>
    </figure>
  );
}

const twelve: readonly Seat[] = Array.from({ length: 12 }, () => 'empty' as const);

export function EmptyTable() {
  return (
    <svg {...size(twelve)} aria-hidden="true">
      <Drawing seats={twelve} />
    </svg>
  );
}

const height = 116;

function widthOf(seats: readonly Seat[]): number {
  return Math.max(Math.ceil(seats.length / 2), 2) * step + 24;
}

function size(seats: readonly Seat[]) {
  const width = widthOf(seats);
  return { viewBox: `0 0 ${width} ${height}`, width };
}

function Drawing({ seats }: { seats: readonly Seat[] }) {
  const width = widthOf(seats);
  const across = (width - 24) / step;
  return (
    <>
      {seats.map((seat, index) => {
        const above = index < across;
        const x = 12 + (above ? index : index - across) * step + 8;
        const away = seat === 'back' ? 8 : 0;
        const y = above ? 9 - away : height - 33 + away;
        const cloth = seat === 'here' ? `fill-${cloths[index % cloths.length]}` : 'fill-none dash';
        return <rect key={index} class={`ink ${cloth}`} x={x} y={y} width="24" height="22" rx="8" />;
      })}
      <path
        class="ink fill-wood"
        d={`M6 36q${width / 2 - 6}-8 ${width - 12} 0q5 22 0 44q${6 - width / 2} 8 ${12 - width} 0q-5-22 0-44z`}
      />
      <path class="ink fill-none dash" d={`M22 58h${width - 44}`} />
    </>
  );
}
