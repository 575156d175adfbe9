/** Small pages of the house: who to ring, what we keep, and a page with nothing on it. */
import { Ltr } from '../../ui/facts.tsx';
import { Column, Heading, Row, Rows, Title } from '../../ui/layout.tsx';
import { dirOf, type Lang, langs, languages } from '../../words/languages.ts';
import type { Say } from '../../words/speak.ts';
import type { words } from '../words.ts';

type Sayer = Say<Extract<keyof typeof words, string>>;
export type Helper = { readonly person: string; readonly phone: string };

/** `sayIn` speaks one line in each language, for someone who does not read the one of the page. */
export function HelpPage({ say, sayIn, help }: { say: Sayer; sayIn: (lang: Lang) => Sayer; help: Helper }) {
  const who = { person: help.person, phone: <Ltr>{help.phone}</Ltr> };
  return (
    <Column>
      <Title lede={say('site.help.lede')}>{say('site.help.title')}</Title>
      <p class="big">{say('site.help.line', who)}</p>
      <ul>
        <li>{say('site.help.any')}</li>
        <li>{say('site.help.write')}</li>
        <li>{say('site.help.safe')}</li>
      </ul>
      <p>{say('site.help.open', {}, { link: (inside) => <a href="/open">{inside}</a> })}</p>
      <Rows>
        {langs
          .filter((lang) => lang !== say.lang)
          .map((lang) => (
            <li key={lang} lang={lang} dir={dirOf(lang)}>
              <b>{languages[lang].name}</b>
              <br />
              {sayIn(lang)('site.help.line', who)}
            </li>
          ))}
      </Rows>
    </Column>
  );
}

const kept = [
  'answers',
  'drafts',
  'contact',
  'safety',
  'notes',
  'bank',
  'letters',
  'team',
  'public',
  'device',
  'stays',
] as const;

export function PrivacyPage({ say, help }: { say: Sayer; help: Helper }) {
  return (
    <Column>
      <Title lede={say('site.privacy.lede')}>{say('site.privacy.title')}</Title>
      <Heading>{say('site.privacy.never')}</Heading>
      <p>{say('site.privacy.never.is')}</p>
      <p>{say('site.privacy.state')}</p>
      <Rows>
        {kept.map((each) => (
          <Row key={each} title={say(`site.privacy.${each}`)}>
            <p>{say(`site.privacy.${each}.is`)}</p>
          </Row>
        ))}
      </Rows>
      <p>{say('site.privacy.rights')}</p>
      <p>{say('site.privacy.complain', { person: help.person, phone: <Ltr>{help.phone}</Ltr> })}</p>
    </Column>
  );
}

/** No name, no mark, no link: what someone sees who looks over a shoulder. */
export function HidePage({ say, styleHref }: { say: Sayer; styleHref: string }) {
  return (
    <html lang={say.lang} dir={dirOf(say.lang)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{say.text('site.hide.title')}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styleHref} />
      </head>
      <body>
        <main class="wrap">
          <h1>{say('site.hide.title')}</h1>
          <p>{say('site.hide.words')}</p>
        </main>
      </body>
    </html>
  );
}
