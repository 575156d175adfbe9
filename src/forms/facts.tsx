/** An answer read back: on a receipt, on a reader's page, or as plain text. */
import { Fragment } from 'preact';
import { Facts } from '../ui/layout.tsx';
import type { Fact } from './questions.ts';

/** Labels and words; an answer in someone's own words keeps its lines and its own direction. */
export function ReadBack({ facts }: { facts: readonly Fact[] }) {
  return (
    <Facts
      items={facts.map(({ label, words }) => ({
        label: <span dir="auto">{label}</span>,
        words: <OwnWords text={words} />,
      }))}
    />
  );
}

export function OwnWords({ text, lang }: { text: string; lang?: string }) {
  const lines = text.split('\n');
  return (
    <span dir="auto" lang={lang}>
      {lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </span>
  );
}

export function asPlainText(facts: readonly Fact[]): string {
  return facts.map(({ label, words }) => `${label}\n${words}\n`).join('\n');
}
