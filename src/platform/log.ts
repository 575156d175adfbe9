/** Structured logs without personal data: route patterns instead of addresses, ids of faults instead of their words. */
import { pino } from 'pino';

export type Log = {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
};

export function openLog(level: 'silent' | 'error' | 'warn' | 'info'): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: false }),
  );
}

/** The parts of an error that carry no data of people: its kind, its SQLSTATE, where in our code it came from. */
export function faultOf(error: unknown): { kind: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.includes('/dist/src/'))
    .slice(0, 4)
    .map((line) => line.replace(/^.*\/dist\//, ''));
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? { kind: error.name, code, at } : { kind: error.name, at };
}
