/** A person with a browser that runs no scripts: keeps cookies, reads pages, fills in the forms that are really there. */
import { formsOf, type PageForm, textOf } from './forms.ts';

export type Wire = {
  /** Sends one request; when the program dies under it, waits for it to be there again and sends the same once more. */
  send(
    path: string,
    init: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string },
  ): Promise<Response>;
  readonly origin: string;
};

export type Seen = { path: string; status: number; html: string; text: string; headers: Headers };
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export class Surprise extends Error {}

export class Visitor {
  readonly name: string;
  readonly #wire: Wire;
  readonly #jar = new Map<string, string>();
  readonly #language: string;
  page: Seen = { path: '', status: 0, html: '', text: '', headers: new Headers() };

  constructor(wire: Wire, name: string, language = 'en') {
    this.#wire = wire;
    this.name = name;
    this.#language = language;
  }

  async #request(method: 'GET' | 'POST', path: string, body?: string): Promise<Seen> {
    const headers: Record<string, string> = {
      cookie: [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; '),
      'accept-language': this.#language,
    };
    if (method === 'POST') {
      headers.origin = this.#wire.origin;
      headers['sec-fetch-site'] = 'same-origin';
      headers['content-type'] = 'application/x-www-form-urlencoded';
    }
    const response = await this.#wire.send(path, { method, headers, ...(body === undefined ? {} : { body }) });
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0] ?? '';
      const at = pair.indexOf('=');
      if (/max-age=0(;|$)/i.test(line)) this.#jar.delete(pair.slice(0, at));
      else this.#jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const html = await response.text();
    const location = response.headers.get('location');
    if (response.status === 303 && location) return this.#request('GET', location);
    this.page = { path, status: response.status, html, text: textOf(html), headers: response.headers };
    return this.page;
  }

  /** Opens a page, following where it leads, and expects it to be there. */
  async open(path: string): Promise<Seen> {
    const seen = await this.#request('GET', path);
    if (seen.status !== 200)
      throw new Surprise(`${this.name} opened ${path} and met ${seen.status}: ${seen.text.slice(0, 200)}`);
    return seen;
  }

  /** Opens a page whatever it answers. */
  look(path: string): Promise<Seen> {
    return this.#request('GET', path);
  }

  forms(): PageForm[] {
    return formsOf(this.page.html, this.page.path);
  }

  /** The form on this page that goes to an address; throws when the page has none. */
  form(action: string | RegExp): PageForm {
    const found = this.forms().find((form) =>
      typeof action === 'string' ? form.action === action : action.test(form.action),
    );
    if (!found) {
      const there = this.forms().map((form) => form.action);
      throw new Surprise(
        `${this.name} at ${this.page.path} found no form to ${action}; there are: ${there.join(' ')}; page: ${this.page.text.slice(0, 300)}`,
      );
    }
    return found;
  }

  /**
   * Fills in the form that goes to an address and sends it with a button. Fields must exist in the form, and a choice
   * must be one that is offered; all other fields go as they stand. Answers the page it leads to.
   */
  async send(action: string | RegExp, fields: Fields = {}, button?: string): Promise<Seen> {
    return this.sendForm(this.form(action), fields, button);
  }

  /** The same for a form already in hand, where a page has several to one address. */
  async sendForm(form: PageForm, fields: Fields = {}, button?: string): Promise<Seen> {
    const values = new Map(form.values);
    for (const [name, value] of Object.entries(fields)) {
      const offers = form.offers.get(name);
      if (!offers)
        throw new Surprise(
          `${this.name} at ${this.page.path}: the form to ${form.action} has no field ${name}; it has ${[...form.offers.keys()].join(' ')}`,
        );
      const wanted = typeof value === 'string' ? [value] : [...value];
      for (const each of wanted) {
        if (offers.length > 0 && !offers.includes(each))
          throw new Surprise(`${this.name}: ${name} offers ${offers.join('|')}, not ${each}`);
      }
      values.set(name, wanted);
    }
    const body = new URLSearchParams();
    for (const [name, all] of values) for (const each of all) body.append(name, each);
    if (button !== undefined) {
      const [name = '', value = ''] = button.split('=');
      if (!form.buttons.some((each) => each.name === name && each.value === value))
        throw new Surprise(`${this.name}: no button ${button} in the form to ${form.action}`);
      body.append(name, value);
    }
    if (form.method === 'get') return this.#request('GET', `${form.action}?${body}`);
    return this.#request('POST', form.action, body.toString());
  }

  /** Sends a form and expects to be led on to a page that is there. */
  async does(action: string | RegExp, fields: Fields = {}, button?: string): Promise<Seen> {
    const seen = await this.send(action, fields, button);
    if (seen.status !== 200) {
      throw new Surprise(`${this.name} sent the form to ${action} and met ${seen.status}: ${seen.text.slice(0, 600)}`);
    }
    return seen;
  }
}
