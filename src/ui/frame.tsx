/** The page around everything: cloth edge, mark and tools, the words, and a person's name at the foot. */
import { type ComponentChildren, Fragment, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { dirOf, type Lang, languages } from '../words/languages.ts';
import { createTally, type Tally } from '../words/speak.ts';
import { Ltr } from './facts.tsx';
import { Mark } from './icons.tsx';
import { Note } from './notes.tsx';
import { Speech, speakUi, type UiSay } from './speech.ts';

export type LanguageLink = {
  readonly lang: Lang;
  readonly href: string;
  readonly name?: string;
  readonly current?: boolean;
};

export type Tools = {
  readonly hide?: boolean;
  readonly helpHref: string;
  readonly languages: readonly LanguageLink[];
  readonly signedIn?: { readonly name: string; readonly deskHref: string; readonly leaveHref?: string };
};

export type Foot = {
  readonly person: string;
  readonly phone: string;
  readonly ringHref?: string;
  readonly hours?: ComponentChildren;
  readonly privacyHref: string;
  readonly demoNote?: ComponentChildren;
};

export type FrameProps = {
  readonly title: string;
  readonly lang: Lang;
  readonly styleHref: string;
  /** The tally of this request: with it the page says by itself how much is English or machine-made. */
  readonly tally?: Tally;
  readonly tools: Tools;
  readonly brand: { readonly name: string; readonly href: string; readonly quiet?: boolean };
  readonly nav?: readonly { readonly href: string; readonly label: ComponentChildren; readonly current?: boolean }[];
  readonly kind?: 'letter' | 'one' | 'wide';
  readonly inside?: boolean;
  readonly bare?: boolean;
  readonly foot: Foot;
  readonly robots?: boolean;
  readonly og?: { readonly title: string; readonly description: string };
  readonly head?: ComponentChildren;
  readonly children?: ComponentChildren;
};

export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}

export function Frame(props: FrameProps) {
  const { lang, tally = createTally(), tools } = props;
  const say = speakUi(lang, tally);
  // The words inside are rendered first, so that the notes on top can count what was missing in them.
  const inside = renderToString(<Speech.Provider value={say}>{props.children}</Speech.Provider>);
  const english = tools.languages.find((each) => each.lang === 'en');
  const looks = [props.kind, props.inside === true || props.brand.quiet === true ? 'in' : undefined];
  return (
    <html lang={lang} dir={dirOf(lang)}>
      <Head {...props} />
      <body class={looks.filter((look) => look !== undefined).join(' ') || undefined}>
        <Speech.Provider value={say}>
          <a class="skip" href="#main">
            {say('ui.skip')}
          </a>
          <Top {...props} say={say} />
          <main id="main" tabindex={-1}>
            <Honesty say={say} tally={tally} english={english?.href} />
            <div class={props.bare === true ? undefined : 'wrap'} dangerouslySetInnerHTML={{ __html: inside }} />
          </main>
          <Bottom foot={props.foot} say={say} />
        </Speech.Provider>
      </body>
    </html>
  );
}

function Head({ title, styleHref, robots, og, head }: FrameProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{title}</title>
      <link rel="stylesheet" href={styleHref} />
      <link rel="icon" href="data:," />
      {robots === false && <meta name="robots" content="noindex" />}
      {og !== undefined && (
        <>
          <meta property="og:title" content={og.title} />
          <meta property="og:description" content={og.description} />
          <meta name="description" content={og.description} />
        </>
      )}
      {head}
    </head>
  );
}

function Top({ brand, tools, nav, lang, say }: FrameProps & { say: UiSay }) {
  return (
    <header class="wrap">
      <div class="top">
        <a class="brand" href={brand.href}>
          <Mark />
          <span>
            <bdi>{brand.name}</bdi>
          </span>
        </a>
        <nav class="tools" aria-label={say.text('ui.tools')}>
          {tools.hide === true && (
            <a href="/hide" rel="noreferrer">
              {say('ui.hide')}
            </a>
          )}
          {tools.signedIn !== undefined && (
            <>
              <a href={tools.signedIn.deskHref}>
                <bdi>{tools.signedIn.name}</bdi>
              </a>
              {tools.signedIn.leaveHref !== undefined && <a href={tools.signedIn.leaveHref}>{say('ui.sign-out')}</a>}
            </>
          )}
          <a href={tools.helpHref}>{say('ui.help')}</a>
          <Languages links={tools.languages} lang={lang} say={say} />
        </nav>
      </div>
      {nav !== undefined && nav.length > 0 && (
        <nav aria-label={say.text('ui.pages')}>
          <ul class="nav">
            {nav.map((link) => (
              <li key={link.href}>
                <a href={link.href} aria-current={link.current === true ? 'page' : undefined}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

function Languages({ links, lang, say }: { links: readonly LanguageLink[]; lang: Lang; say: UiSay }) {
  const others = links.filter((link) => link.lang !== lang);
  if (others.length === 0) return null;
  return (
    <details>
      <summary>
        <span class="vh">{say('ui.language')} </span>
        {languages[lang].name}
      </summary>
      <ul>
        {others.map((link) => (
          <li key={link.lang}>
            <a href={link.href} lang={link.lang} hreflang={link.lang} dir={dirOf(link.lang)}>
              {link.name ?? languages[link.lang].name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Honesty({ say, tally, english }: { say: UiSay; tally: Tally; english: string | undefined }) {
  if (say.lang === 'en') return null;
  const link = (children: ComponentChildren) =>
    english === undefined ? (
      <Fragment>{children}</Fragment>
    ) : (
      <a href={english} hreflang="en">
        {children}
      </a>
    );
  const missed = tally.missed() > 0;
  if (tally.machine() === 0 && !missed) return null;
  return (
    <div class="wrap">
      <Note kind="machine">
        {tally.machine() > 0 && <p class="small">{say('ui.machine', {}, { link })}</p>}
        {missed && <p class="small">{say('ui.fallback')}</p>}
      </Note>
    </div>
  );
}

function Bottom({ foot, say }: { foot: Foot; say: UiSay }) {
  const people = { person: foot.person, phone: <Ltr>{foot.phone}</Ltr> };
  const link = (children: ComponentChildren) => <a href={foot.ringHref ?? '#help'}>{children}</a>;
  return (
    <footer class="wrap">
      <div class="foot">
        {foot.phone !== '' && (
          <p id="help">
            <b>{say('ui.stuck')}</b>{' '}
            {foot.ringHref === undefined ? say('ui.ring', people) : say('ui.ring-or-ask', people, { link })}{' '}
            {foot.hours}
          </p>
        )}
        <p>
          {say('ui.never-ask')} <a href={foot.privacyHref}>{say('ui.privacy')}</a>.
          {foot.demoNote !== undefined && (
            <>
              <br />
              {foot.demoNote}
            </>
          )}
        </p>
      </div>
    </footer>
  );
}
