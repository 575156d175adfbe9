/** Questions that are asked inside the page: each function is handed to the browser whole and knows nothing outside itself. */

/** Things to press that are smaller than a fingertip; links inside a sentence are left aside. */
export function smallTargets(): string[] {
  const shown = (box: DOMRect) => box.width > 2 && box.height > 2;
  const inSentence = (link: Element) => {
    if (link.localName !== 'a' || getComputedStyle(link).display !== 'inline') return false;
    const block = link.closest('p, li, dd, dt, td, legend, label, h1, h2, h3, div');
    const linked = [...(block?.querySelectorAll('a') ?? [])].map((each) => each.textContent ?? '').join('');
    const letters = (text: string) => text.replace(/[\s\p{P}]/gu, '').length;
    return letters(block?.textContent ?? '') > letters(linked);
  };
  const small: string[] = [];
  for (const each of document.querySelectorAll(
    'a[href], button, summary, select, textarea, input:not([type=hidden])',
  )) {
    if (inSentence(each) || each.matches('.skip')) continue;
    let box = each.getBoundingClientRect();
    const label = each instanceof HTMLInputElement && /radio|checkbox/.test(each.type) ? each.labels?.[0] : undefined;
    if (label) box = label.getBoundingClientRect();
    if (!shown(box) || (box.width >= 43.9 && box.height >= 43.9)) continue;
    small.push(`${each.outerHTML.slice(0, 90)} is ${box.width.toFixed(0)} by ${box.height.toFixed(0)}`);
  }
  return small;
}

/** Whether the page scrolls sideways, and because of what. */
export function wider(): string[] {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const out = [...document.querySelectorAll('body *')].filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 1 && (right > room + 1 || left < -1);
  });
  const causes = out.slice(-3).map((each) => each.outerHTML.slice(0, 90));
  return [`scrolls sideways to ${document.documentElement.scrollWidth}: ${causes.join(' | ')}`];
}

/** English left over on a page in another language: what is marked as English, and Latin words in unmarked text. */
export function leftoverEnglish(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.textContent ?? '').trim();
    const holder = node.parentElement;
    if (
      !holder ||
      !/[A-Za-z]{2,}/.test(text) ||
      holder.closest('bdi, code, script, style, .tools details, a[hreflang]')
    )
      continue;
    const language = holder.closest('[lang]')?.getAttribute('lang') ?? '';
    found.push(`${language === 'en' ? 'said to be English' : 'unmarked'}: ${text}`);
  }
  return found;
}
