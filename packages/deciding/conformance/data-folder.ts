/** Finds the shared test data beside the checkout, or says that it is not there. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of shared data, or undefined. MANYHANDS_SHARED wins; else ../shared beside the project's root. */
export function sharedFolder(from: string = process.cwd()): string | undefined {
  const named = process.env.MANYHANDS_SHARED;
  if (named) return existsSync(join(named, 'data', 'pabulib')) ? named : undefined;
  for (let at = resolve(from); ; at = dirname(at)) {
    const beside = join(at, '..', 'shared');
    if (existsSync(join(beside, 'data', 'pabulib'))) return resolve(beside);
    if (dirname(at) === at) return undefined;
  }
}
