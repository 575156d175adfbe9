/** The published awards for machines: one file in three forms, its catalogue entry, and a page that says what they are. */
import { writeGrants } from '../../../packages/360giving/src/convert.ts';
import { catalogueEntry } from '../../../packages/360giving/src/publish/dataset.ts';
import { allFunds } from '../../fund/pool/store.ts';
import { type Answer, type Ask, data, page, type Route } from '../../platform/web/ask.ts';
import { speaker } from '../../words/speak.ts';
import { allPublicAwards } from '../awards/store.ts';
import { words } from '../words.ts';
import { type OpenData, openDataOf } from './giving.ts';
import { OpenDataPage } from './pages.tsx';

const speak = speaker(words);
const kinds = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export type Kind = keyof typeof kinds;

async function openData(ask: Ask): Promise<OpenData['data']> {
  const { tx } = ask.work;
  return openDataOf(await allPublicAwards(tx), await allFunds(tx), ask.origin).data;
}

/** The standard knows no file without a grant, so before the first one there is no file. */
const file = (kind: Kind) => async (ask: Ask) => {
  const giving = await openData(ask);
  if (giving.grants.length === 0) return data(kinds.json, `${JSON.stringify(giving, null, 1)}\n`, { status: 404 });
  const bytes = new Uint8Array(await writeGrants(giving, kind));
  return data(kinds[kind], bytes, { share: true, ...(kind === 'json' ? {} : { filename: `360giving.${kind}` }) });
};

/** Where catalogues look: what there is, in which forms, under which licence (W3C DCAT 3). */
async function catalogue(ask: Ask): Promise<Answer> {
  const giving = await openData(ask);
  const there = giving.grants.length > 0 ? (Object.keys(kinds) as Kind[]) : [];
  const addresses = there.map((kind) => [kind, `${ask.origin}/open-data/360giving.${kind}`] as const);
  const entry = catalogueEntry(giving, Object.fromEntries(addresses));
  return data('application/ld+json; charset=utf-8', `${JSON.stringify(entry, null, 1)}\n`, { share: true });
}

async function openDataPage(ask: Ask): Promise<Answer> {
  const say = speak(ask.lang, ask.tally);
  const { grants, modified } = await openData(ask);
  const changed = typeof modified === 'string' ? modified : null;
  const forms = grants.length > 0 ? (Object.keys(kinds) as Kind[]) : [];
  return page(OpenDataPage({ say, grants: grants.length, changed, forms }), {
    title: say.text('site.open.title'),
    index: true,
    description: say.text('site.open.lede'),
  });
}

const anyone = { who: 'anyone' } as const;
const take = (kind: Kind): Route => ({
  method: 'GET',
  path: `/open-data/360giving.${kind}`,
  policy: anyone,
  does: `take the open data as ${kind}`,
  handle: file(kind),
});

export const routes: readonly Route[] = [
  { method: 'GET', path: '/open-data', policy: anyone, does: 'read about the open data', handle: openDataPage },
  take('json'),
  take('xlsx'),
  take('csv'),
  {
    method: 'GET',
    path: '/open-data/catalogue.json',
    policy: anyone,
    does: 'take the catalogue entry of the open data',
    handle: catalogue,
  },
];
