/** What a link means: four levels in words, what each still lets a person do, and who may say it. */
import { no, type Verdict, yes } from '../../kernel/verdict.ts';

export const levels = [0, 1, 2, 3] as const;
export type Level = (typeof levels)[number];

export function readLevel(typed: string): Level | null {
  return levels.find((level) => String(level) === typed) ?? null;
}

/** Reads, chooses words and decides: people without a link, and people who only know of the group. */
export function mayRead(level: number): boolean {
  return level <= 1;
}

/** Says facts when asked. */
export function mayDiscussFacts(level: number): boolean {
  return level <= 2;
}

/** The application does not exist for this person until the round's results are public. */
export function hides(level: number): boolean {
  return level >= 3;
}

/** People say more about their own link at any time; to say less they ask the facilitator, who knows why. */
export function mayDeclare(inForce: number, said: Level): Verdict<'ask-facilitator'> {
  return said >= inForce ? yes : no('ask-facilitator');
}

/** Nobody corrects their own link: someone else hears the reason first. */
export function mayCorrect(actorId: string, personId: string): Verdict<'own-link'> {
  return actorId === personId ? no('own-link') : yes;
}
