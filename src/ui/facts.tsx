/** Sums, days and numbers on a page, each kept whole and the right way round. */
import type { ComponentChildren } from 'preact';
import { type At, day, dayAndTime, money } from '../words/amounts.ts';
import { useLang } from './speech.ts';

export function Amount({ pence, currency, big }: { pence: number | bigint; currency?: string; big?: boolean }) {
  const text = money(useLang(), pence, currency);
  return (
    <bdi dir="ltr" class={big === true ? 'num big' : 'num'}>
      {text}
    </bdi>
  );
}

type DayProps = { at: At; zone?: string; year?: boolean };

function machineTime(at: At): string {
  return typeof at === 'string' && at.length === 10 ? at : new Date(at).toISOString();
}

export function Day({ at, zone, year }: DayProps) {
  return <time datetime={machineTime(at)}>{day(useLang(), at, zone, year)}</time>;
}

export function DayTime({ at, zone, year }: DayProps) {
  return <time datetime={machineTime(at)}>{dayAndTime(useLang(), at, zone, year)}</time>;
}

/** Telephone numbers, references and times inside any language. */
export function Ltr({ children }: { children: ComponentChildren }) {
  return (
    <bdi dir="ltr" class="num">
      {children}
    </bdi>
  );
}

/** The two words people say on the phone: English words, also where the page around them is not. */
export function TwoWords({ children }: { children: string }) {
  return (
    <bdi lang="en" dir="ltr">
      {children}
    </bdi>
  );
}
