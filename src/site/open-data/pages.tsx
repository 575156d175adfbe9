/** Says what the open data is, in which forms it comes, and who decided what is in it. */
import type { ComponentChildren } from 'preact';
import { Links, Section, Soft, Title } from '../../ui/layout.tsx';
import { Empty } from '../../ui/notes.tsx';
import { day } from '../../words/amounts.ts';
import type { Say } from '../../words/speak.ts';
import type { words } from '../words.ts';

export type OpenDataView = {
  readonly say: Say<Extract<keyof typeof words, string>>;
  readonly grants: number;
  readonly changed: string | null;
  readonly forms: readonly ('json' | 'xlsx' | 'csv')[];
};

const to = (href: string) => (inside: ComponentChildren) => <a href={href}>{inside}</a>;

export function OpenDataPage({ say, grants, changed, forms }: OpenDataView) {
  return (
    <>
      <Title lede={say('site.open.lede')}>{say('site.open.title')}</Title>
      {forms.length === 0 ? (
        <Empty>{say('site.open.none')}</Empty>
      ) : (
        <>
          <p>{say('site.open.count', { n: grants })}</p>
          {changed !== null && (
            <p>{say('site.open.changed', { when: day(say.lang, changed, 'Europe/London', true) })}</p>
          )}
          <ul>
            {forms.map((kind) => (
              <li key={kind}>
                <a href={`/open-data/360giving.${kind}`}>{say(`site.open.${kind}`)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Section>
        <p>{say('site.open.gate')}</p>
        <p>{say('site.open.standard', {}, { link: to('https://standard.threesixtygiving.org/') })}</p>
        <p>{say('site.open.licence', {}, { link: to('https://creativecommons.org/licenses/by/4.0/') })}</p>
        <Links>
          <a href="/open-data/check">{say('site.open.check')}</a>
          <a href="/open-data/catalogue.json">{say('site.open.catalogue')}</a>
        </Links>
        <Soft>{say('site.open.fresh')}</Soft>
      </Section>
    </>
  );
}
