/** What a route is and what it is handed: a declared policy, one ask in, one answer out. */
import type { ComponentChildren } from 'preact';
import type { Actor, Role } from '../../kernel/actors.ts';
import type { Lang } from '../../words/languages.ts';
import type { Tally } from '../../words/speak.ts';
import type { Limit } from '../limits.ts';
import type { Work } from '../work.ts';
import type { Cookie } from './cookies.ts';
import type { Form } from './form.ts';

/** Who may knock at all. The deed's own rule and the reader's scope decide the rest. */
export type Policy =
  | { readonly who: 'anyone' }
  /** Holds the key of the application named in the address. */
  | { readonly who: 'applicant' }
  | { readonly who: 'signed-in' }
  /** Holds one of these roles in some fund; the handler narrows to the fund of the thing. */
  | { readonly who: 'roles'; readonly roles: readonly Role[] }
  /** Only where the program runs as a demo. */
  | { readonly who: 'demo' };

export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly policy: Policy;
  /** For the permission matrix: the deed ("send the application") or what is read ("the fund page"). */
  readonly does: string;
  readonly limits?: readonly Limit[];
  /** Answers without a transaction and without knowing who asks: what is the same for all and not in the database. */
  readonly aside?: true;
  /** The form may carry files, up to 10 MB in all; elsewhere they are dropped. */
  readonly takesFiles?: true;
  handle(ask: Ask): Promise<Answer>;
};

export type Ask = {
  readonly work: Work;
  readonly actor: Actor;
  readonly now: Date;
  readonly lang: Lang;
  readonly tally: Tally;
  readonly params: { readonly [name: string]: string };
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: Form;
  /** A secret of this browser (a cookie made at the first form), for things bound to the browser that asked. */
  readonly browser: string;
  readonly cookie: (name: string) => string | undefined;
  /** Keys of drafts that this browser holds, hashed. */
  readonly draftKeys: readonly string[];
  /** A fresh idempotency key for a form on this page. */
  readonly once: () => string;
  readonly mode: 'demo' | 'production' | 'walkthrough' | 'test';
  readonly origin: string;
};

export type PageOptions = {
  readonly title: string;
  readonly status?: number;
  readonly kind?: 'letter' | 'one' | 'wide';
  readonly bare?: boolean;
  /** Fund in whose name the page speaks, when one is known. */
  readonly fund?: { readonly name: string; readonly href: string };
  readonly quiet?: boolean;
  readonly index?: boolean;
  readonly description?: string;
  readonly cookies?: readonly Cookie[];
  /** Languages offered on the page; all when left out. */
  readonly offered?: readonly Lang[];
};

export type Answer =
  | { readonly kind: 'page'; readonly body: ComponentChildren; readonly options: PageOptions }
  | { readonly kind: 'go'; readonly to: string; readonly cookies: readonly Cookie[] }
  | {
      readonly kind: 'data';
      readonly type: string;
      readonly body: string | Uint8Array<ArrayBuffer>;
      readonly status: number;
      readonly filename?: string;
      /** Public data that may be kept a little while, or for ever when its address names its content. */
      readonly share?: boolean;
      readonly forever?: boolean;
    };

export function page(body: ComponentChildren, options: PageOptions): Answer {
  return { kind: 'page', body, options };
}

/** After a deed: 303 to a page that can be loaded again. */
export function go(to: string, ...cookies: Cookie[]): Answer {
  return { kind: 'go', to, cookies };
}

export function data(
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  more: { status?: number; filename?: string; share?: boolean; forever?: boolean } = {},
): Answer {
  return { kind: 'data', type, body, status: more.status ?? 200, ...more };
}
