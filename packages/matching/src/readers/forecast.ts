/** Before a call opens: hours of reading needed against hours offered. */
import { counted } from '../words.ts';

/** What is expected and offered. Efforts and hours are in hours. */
export interface ForecastQuestion {
  /** Applications expected after the fit check. */
  applications: number;
  /** First readings of each. */
  reads: number;
  /** Share of applications that get one further reading, 0 to 1; 0 by default. */
  further?: number;
  /** Hours one reading takes. */
  hoursEach: number;
  /** Hours each member offers. */
  offered: readonly number[];
}

export interface Forecast {
  needed: number;
  offered: number;
  /** Needed over offered: 1 is full, above 1 is too much; Infinity when nothing is offered. */
  share: number;
  /** Readings for a member who gets an even share by hours. */
  readsEach: number;
  /** Applications that the hours offered would carry. */
  carries: number;
  over: boolean;
  words: string;
}

/**
 * The forecast: needed = applications x (reads + further) x hours each.
 * @throws RangeError when a number is negative or not finite
 */
export function forecast(question: ForecastQuestion): Forecast {
  const { applications, reads, further = 0, hoursEach } = question;
  for (const value of [applications, reads, further, hoursEach, ...question.offered]) {
    if (!(value >= 0) || !Number.isFinite(value)) throw new RangeError('A forecast needs finite numbers, 0 or more.');
  }
  const perApplication = (reads + further) * hoursEach;
  const needed = applications * perApplication;
  const offered = question.offered.reduce((sum, hours) => sum + hours, 0);
  const share = needed === 0 ? 0 : offered === 0 ? Infinity : needed / offered;
  const carries = perApplication === 0 ? applications : Math.floor(offered / perApplication + 1e-9);
  const members = question.offered.filter((hours) => hours > 0).length;
  const readsEach = members === 0 ? 0 : Math.ceil((applications * (reads + further)) / members - 1e-9);
  // Hours are sums of fractions: a share that is 1 but for rounding is exactly full.
  const over = share > 1 + 1e-9;
  const need = `${counted(applications, 'application')} ${applications === 1 ? 'needs' : 'need'} ${counted(needed, 'hour')} of reading`;
  // What is over must not read as 100%.
  const percent = over ? Math.max(101, Math.round(share * 100)) : Math.min(100, Math.round(share * 100));
  const load = `${need}, ${counted(offered, 'hour')} ${offered === 1 ? 'is' : 'are'} offered: ${percent}% of it, about ${counted(readsEach, 'reading')} each.`;
  const words =
    offered === 0
      ? `${need}${needed === 0 ? '' : ', and nobody offers any'}.`
      : `${load}${over ? ` The hours offered carry ${counted(carries, 'application')}.` : ''}`;
  return { needed, offered, share, readsEach, carries, over, words };
}
