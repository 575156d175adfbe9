/** Answers made of a few boxes of text: read, kept and given back as typed. */
import { z } from 'zod';
import { type Body, type Fields, nameOf, type Question, type Typed } from './questions.ts';

const shape = z.record(z.string(), z.unknown());

/** The texts of a kept answer; anything else in it is left alone. */
export function textsOf(body: unknown): Fields {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return {};
  const texts = Object.entries(parsed.data).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries(texts);
}

export function readTexts(parts: readonly string[], typed: Typed, question: Question): Body {
  const said = parts.map((part) => [part, typed.text(nameOf(question, part))] as const);
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

export function said(fields: Fields, part: string): string {
  return (fields[part] ?? '').trim();
}
