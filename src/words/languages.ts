/** The ten languages of the interface, what they call themselves, which way they run, and which one a browser asks for. */
export const langs = ['en', 'ar', 'fa', 'uk', 'ti', 'pl', 'fr', 'es', 'so', 'cy'] as const;

export type Lang = (typeof langs)[number];
export type Direction = 'ltr' | 'rtl';
export type Language = { readonly name: string; readonly dir: Direction; readonly locale: string };

function language(code: string, name: string, dir: Direction = 'ltr'): Language {
  // Gregorian days and European digits in every language: a closing day must be read the same by all.
  return { name, dir, locale: `${code}-u-ca-gregory-nu-latn` };
}

export const languages: Readonly<Record<Lang, Language>> = {
  en: language('en-GB', 'English'),
  ar: language('ar', 'العربية', 'rtl'),
  fa: language('fa', 'فارسی', 'rtl'),
  uk: language('uk', 'Українська'),
  ti: language('ti', 'ትግርኛ'),
  pl: language('pl', 'Polski'),
  fr: language('fr', 'Français'),
  es: language('es', 'Español'),
  so: language('so', 'Soomaali'),
  cy: language('cy', 'Cymraeg'),
};

export function isLang(value: unknown): value is Lang {
  return typeof value === 'string' && (langs as readonly string[]).includes(value);
}

export function dirOf(lang: Lang): Direction {
  return languages[lang].dir;
}

// Dari speakers and older browsers send codes of their own for languages we have.
const near: Readonly<Record<string, Lang>> = { prs: 'fa', per: 'fa', ara: 'ar', tir: 'ti', som: 'so', wel: 'cy' };

/** The best offered language for an Accept-Language header; English, or the first offered, when nothing fits. */
export function pickLanguage(acceptLanguage: string | undefined, offered: readonly Lang[] = langs): Lang {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((wish, place) => {
      const [tag = '', ...rest] = wish.trim().toLowerCase().split(';');
      const weight = rest.map((part) => /^\s*q=([\d.]+)/.exec(part)?.[1]).find((found) => found !== undefined);
      return { base: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight), place };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  for (const { base } of wishes) {
    const lang = near[base] ?? base;
    if (isLang(lang) && offered.includes(lang)) return lang;
  }
  return offered.includes('en') ? 'en' : (offered[0] ?? 'en');
}
