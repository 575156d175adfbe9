/** For machines: is it alive, is it ready, the stylesheet, and what robots may read. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from '../../kernel/outcomes.ts';
import { projectRoot } from '../../platform/root.ts';
import { type Answer, type Ask, data, type Route } from '../../platform/web/ask.ts';
import { stylesheet } from '../../ui/style.ts';
import { appliedMigrations } from './store.ts';

const json = 'application/json; charset=utf-8';

async function health(): Promise<Answer> {
  return data(json, '{"ok":true}\n');
}

/** Ready when every migration of this program stands in the database. */
async function ready(ask: Ask): Promise<Answer> {
  const applied = new Set(await appliedMigrations(ask.work.tx));
  const files = readdirSync(join(projectRoot, 'migrations')).filter((file) => file.endsWith('.sql'));
  const waiting = files.filter((file) => !applied.has(file)).sort();
  const ok = waiting.length === 0;
  return data(json, `${JSON.stringify({ ok, migrations: files.length, waiting })}\n`, { status: ok ? 200 : 503 });
}

/** An older name still gets the style of today, so that no page stands undressed; only the right name is kept for ever. */
async function style(ask: Ask): Promise<Answer> {
  const { css, href } = stylesheet();
  if (!/^style-[0-9a-z]+\.css$/.test(ask.params.style ?? '')) throw new Missing('style');
  return data('text/css; charset=utf-8', css, ask.path === href ? { forever: true } : { share: true });
}

async function robots(): Promise<Answer> {
  return data(
    'text/plain; charset=utf-8',
    'User-agent: *\nDisallow: /applications/\nDisallow: /o/\nDisallow: /open\n',
    {
      share: true,
    },
  );
}

const anyone = { who: 'anyone' } as const;

export const routes: readonly Route[] = [
  { method: 'GET', path: '/health', policy: anyone, aside: true, does: 'ask if it is alive', handle: health },
  { method: 'GET', path: '/ready', policy: anyone, does: 'ask if it is ready', handle: ready },
  { method: 'GET', path: '/:style{style-.+}', policy: anyone, aside: true, does: 'take the stylesheet', handle: style },
  {
    method: 'GET',
    path: '/robots.txt',
    policy: anyone,
    aside: true,
    does: 'read the rules for robots',
    handle: robots,
  },
];
