/** Reads the forms of a page the way a browser without scripts would: fields with their present values, and buttons. */

export type PageForm = {
  action: string;
  method: 'get' | 'post';
  /** What would be sent if nothing were changed. */
  values: Map<string, string[]>;
  /** Every field name there is, with the values it offers (radios, checkboxes, selects); empty for free text. */
  offers: Map<string, string[]>;
  buttons: { name: string; value: string }[];
};

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export function plain(html: string): string {
  return html.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
}

/** The words of a page without its marks, white space folded. */
export function textOf(html: string): string {
  const body = html.replace(/<(style|head|svg)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
  return plain(body)
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function attributes(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted] of tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) found.set(name, plain(quoted ?? ''));
  return found;
}

function push(map: Map<string, string[]>, name: string, value: string): void {
  map.set(name, [...(map.get(name) ?? []), value]);
}

function readInput(form: PageForm, tag: string): void {
  const given = attributes(tag);
  const name = given.get('name') ?? '';
  const value = given.get('value') ?? '';
  const type = given.get('type') ?? 'text';
  if (name === '' || type === 'file' || given.has('disabled')) return;
  if (type === 'radio' || type === 'checkbox') {
    push(form.offers, name, given.has('value') ? value : 'on');
    if (given.has('checked')) push(form.values, name, given.has('value') ? value : 'on');
  } else if (type === 'submit') {
    form.buttons.push({ name, value });
  } else {
    if (!form.offers.has(name)) form.offers.set(name, []);
    push(form.values, name, value);
  }
}

function readSelect(form: PageForm, name: string, inside: string): void {
  const options = [...inside.matchAll(/<option([^>]*)>([^<]*)/g)].map(([, tag = '', words = '']) => {
    const given = attributes(tag);
    return { value: given.get('value') ?? plain(words), chosen: given.has('selected') };
  });
  form.offers.set(
    name,
    options.map((option) => option.value),
  );
  const chosen = options.find((option) => option.chosen) ?? options[0];
  if (chosen) push(form.values, name, chosen.value);
}

function readForm(tag: string, inside: string, path: string): PageForm {
  const given = attributes(tag);
  const form: PageForm = {
    action: given.get('action') || path,
    method: given.get('method') === 'post' ? 'post' : 'get',
    values: new Map(),
    offers: new Map(),
    buttons: [],
  };
  const parts =
    /<input([^>]*)>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>|<button([^>]*)>/g;
  for (const [, input, area, words, select, options, button] of inside.matchAll(parts)) {
    if (input !== undefined) readInput(form, input);
    else if (area !== undefined) {
      const name = attributes(area).get('name') ?? '';
      form.offers.set(name, []);
      push(form.values, name, plain(words ?? '').replace(/^\n/, ''));
    } else if (select !== undefined) readSelect(form, attributes(select).get('name') ?? '', options ?? '');
    else if (button !== undefined) {
      const own = attributes(button);
      if (own.get('type') !== 'button')
        form.buttons.push({ name: own.get('name') ?? '', value: own.get('value') ?? '' });
    }
  }
  return form;
}

export function formsOf(html: string, path: string): PageForm[] {
  return [...html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) =>
    readForm(tag, inside, path),
  );
}
