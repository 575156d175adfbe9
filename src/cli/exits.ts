/** What a command's exit code tells the script that called it. */
export const done = 0;
/** It was understood and could not be done; the sentence on stderr says why. */
export const couldNot = 1;
/** It was not understood, or does not apply here; nothing was touched. */
export const notApplicable = 2;

export const exitTable = `Exit codes:
  0  done
  1  could not be done; the sentence says why
  2  not understood, or does not apply here; nothing was touched`;
