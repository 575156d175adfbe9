/** How a page is laid out: headings with their drawn line, columns, rows, facts, folds and quotes. */
import type { ComponentChildren } from 'preact';
import { dirOf, isLang } from '../words/languages.ts';
import { Icon, type IconName, Line } from './icons.tsx';
import { roles } from './roles.ts';
import { useSpeech } from './speech.ts';

type Inside = { children?: ComponentChildren };

/** The one h1 of a page. Leave the line away (`line={false}`) over bad news. */
export function Title({ children, step, line = true, lede }: Inside & TitleProps) {
  return (
    <>
      {step !== undefined && <p class="step">{step}</p>}
      <h1>
        {children}
        {line && <Line />}
      </h1>
      {lede !== undefined && <p class="lede">{lede}</p>}
    </>
  );
}
type TitleProps = { step?: ComponentChildren; line?: boolean; lede?: ComponentChildren };

export function Heading({ level = 2, line, id, children }: Inside & { level?: 2 | 3; line?: boolean; id?: string }) {
  const Tag = level === 2 ? 'h2' : 'h3';
  return (
    <Tag id={id}>
      {children}
      {line === true && <Line />}
    </Tag>
  );
}

export function Wrap({ children }: Inside) {
  return <div class="wrap">{children}</div>;
}

export function Band({ children }: Inside) {
  return (
    <div class="band">
      <div class="wrap">{children}</div>
    </div>
  );
}

export function Column({ children }: Inside) {
  return <div class="column">{children}</div>;
}

export function Section({
  title,
  line,
  id,
  children,
}: Inside & { title?: ComponentChildren; line?: boolean; id?: string }) {
  return (
    <section aria-labelledby={title !== undefined && id !== undefined ? `${id}-t` : undefined} id={id}>
      {title !== undefined && (
        <h2 id={id === undefined ? undefined : `${id}-t`}>
          {title}
          {line === true && <Line />}
        </h2>
      )}
      {children}
    </section>
  );
}

export function Sheet({ call, children }: Inside & { call?: boolean }) {
  return <div class={call === true ? 'sheet call' : 'sheet'}>{children}</div>;
}

export function Side({ aside, wideAside, label, children }: Inside & SideProps) {
  return (
    <div class={wideAside === true ? 'side more' : 'side'}>
      <div>{children}</div>
      <aside aria-label={label}>{aside}</aside>
    </div>
  );
}
type SideProps = { aside: ComponentChildren; wideAside?: boolean; label?: string };

export function Half({ children }: Inside) {
  return <div class="half">{children}</div>;
}

export function Three({ children }: Inside) {
  return <div class="three">{children}</div>;
}

export function Fold({ summary, open, children }: Inside & { summary: ComponentChildren; open?: boolean }) {
  return (
    <details open={open === true}>
      <summary>
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  );
}

export function Rows({ children }: Inside) {
  return (
    <ul class="rows" {...roles.list}>
      {children}
    </ul>
  );
}

export function Row({ title, href, aside, does, children }: Inside & RowProps) {
  return (
    <li>
      {(title !== undefined || aside !== undefined) && (
        <div class="bar">
          {title !== undefined && <h3>{href === undefined ? title : <a href={href}>{title}</a>}</h3>}
          {aside !== undefined && <span>{aside}</span>}
        </div>
      )}
      {children}
      {does !== undefined && <div class="does">{does}</div>}
    </li>
  );
}
type RowProps = { title?: ComponentChildren; href?: string; aside?: ComponentChildren; does?: ComponentChildren };

/** Balance in sentences: a tick where it is as hoped, a speech bubble where there is something to talk about. */
export function Ticks({ items }: { items: readonly { readonly met: boolean; readonly words: ComponentChildren }[] }) {
  const say = useSpeech();
  return (
    <ul class="ticks" {...roles.list}>
      {items.map(({ met, words }, index) => (
        <li key={index}>
          <Icon name={met ? 'tick' : 'speech'} />
          <span>
            <span class="vh">{say(met ? 'ui.met' : 'ui.to-talk')} </span>
            {words}
          </span>
        </li>
      ))}
    </ul>
  );
}

export type Fact = { readonly label: ComponentChildren; readonly words: ComponentChildren };

export function Facts({ items, wide }: { items: readonly Fact[]; wide?: boolean }) {
  return (
    <dl class={wide === true ? 'facts wide' : 'facts'}>
      {items.map(({ label, words }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

export type Act = {
  readonly title: ComponentChildren;
  readonly state: 'done' | 'now' | 'ahead';
  readonly children?: ComponentChildren;
};

/** Acts by different people, side by side: done, now, still to come. */
export function Acts({ acts }: { acts: readonly Act[] }) {
  return (
    <ol class="acts three" {...roles.list}>
      {acts.map((act, index) => (
        <li key={index} class={act.state} aria-current={act.state === 'now' ? 'step' : undefined}>
          <h3>
            {index + 1}. {act.title}
          </h3>
          {act.children}
        </li>
      ))}
    </ol>
  );
}

export function Tag({ icon, kind, children }: Inside & { icon?: IconName; kind?: 'ok' | 'mind' }) {
  return (
    <p class={kind === undefined ? 'tag' : `tag ${kind}`}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
    </p>
  );
}

/** Someone's own words, in their own language and direction. */
const rightToLeft = /[\u0590-\u08ff]/;

/** People mix languages: a sentence without any letter of a right-to-left script never runs that way. */
function dirOfWords(words: ComponentChildren, lang: string | undefined): 'ltr' | 'rtl' | 'auto' {
  if (typeof words === 'string' && !rightToLeft.test(words)) return 'ltr';
  return isLang(lang) && dirOf(lang) === 'rtl' ? 'rtl' : 'auto';
}

export function Quote({ lang, children }: Inside & { lang?: string }) {
  return (
    <blockquote lang={lang} dir={dirOfWords(children, lang)}>
      {children}
    </blockquote>
  );
}

export function Small({ children }: Inside) {
  return <p class="small">{children}</p>;
}

export function Soft({ children }: Inside) {
  return <p class="small soft">{children}</p>;
}

export function Links({ children }: Inside) {
  return <p class="links">{children}</p>;
}
