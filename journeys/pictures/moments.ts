/** When in the played round which pages are worth a picture. */
import type { Play } from '../../demo/walkthrough/play.ts';
import type { Lang } from '../../src/words/languages.ts';
import { answersOf } from '../errand.ts';
import { fill, openFolds, press } from '../hands.ts';
import type { Camera } from './camera.ts';

export type Scene = {
  readonly camera: Camera;
  readonly play: Play /** Ids of the chosen, as they are checked. */;
  readonly chosen: readonly string[];
};
export type Moment = {
  /** The first time the clock comes here or further, */
  readonly clock?: string;
  /** or just before the first such request. */
  readonly before?: RegExp;
  readonly takes: (scene: Scene) => Promise<void>;
};

const fund = '/funds/long-table';
const both = ['en', 'ar'] as const;
const fits = 'E1=0&E2=0&E3=0&E4=0&E5=0&E6=0&E7=0';
const whole: Readonly<Record<(typeof both)[number], string>> = { en: 'DEMO-032', ar: 'DEMO-002' };

/** Begins an application in a browser of its own, answers everything and sends nothing. */
async function write(camera: Camera, language: (typeof both)[number]): Promise<string> {
  const page = await camera.remember(`writer-${language}`);
  await page.goto(`${camera.address}${fund}/fit?${fits}&lang=${language}`);
  await press(page, `${fund}/applications`);
  const own = new URL(page.url()).pathname.replace('/started', '');
  await page.goto(`${camera.address}${own}/all`);
  await openFolds(page);
  for (const fields of answersOf(whole[language]).values()) await fill(page, fields);
  await fill(page, { 'Q12.asked': '15000' });
  await press(page, `${own}/all`, 'stop');
  await page.close();
  return own;
}

/** Comes to a group's answers on another phone, by the private link the group makes. */
async function follow({ camera, play }: Scene, code: string, name: string): Promise<string> {
  const { visitor, id } = play.group(code);
  const own = `/applications/${id}`;
  await visitor.open(own);
  await visitor.does(`${own}/link`);
  const link = /\/o\/[\w-]+/.exec(visitor.page.text)?.[0] ?? '';
  const page = await camera.remember(name);
  await page.goto(camera.address + link);
  await press(page, '/open');
  await page.close();
  return own;
}

async function openCall({ camera }: Scene): Promise<void> {
  for (const language of both) {
    const take = (name: string, path: string) => camera.take({ name, path, language });
    await take('fund', '/');
    await take('fit-check', `${fund}/fit`);
    await take('fit-check-answered', `${fund}/fit?${fits}`);
    await take('fit-check-not-this-fund', `${fund}/fit?${fits.replace('E2=0', 'E2=1')}`);
    await take('questions-to-print', `${fund}/questions`);
    await take('who-decides', `${fund}/who-decides`);
    await take('help', '/help');
    const own = await write(camera, language);
    const write_ = (name: string, path: string, first?: Parameters<Camera['take']>[0]['first']) =>
      camera.take({ name, path: own + path, language, as: `writer-${language}`, ...(first ? { first } : {}) });
    await write_('begun', '/started');
    await write_('private-link', '', (page) => press(page, `${own}/link`));
    for (const question of ['1', '2', '3', '6', '12', '14'])
      await write_(`question-${question}`, `/questions/Q${question}`);
    await write_('all-questions', '/all');
    await write_('my-answers', '');
    await write_('look-it-over', '/check');
  }
  await camera.take({ name: 'sign-in', path: '/sign-in' });
}

async function sent(scene: Scene): Promise<void> {
  for (const [language, code] of [
    ['en', 'DEMO-001'],
    ['ar', 'DEMO-019'],
  ] as const) {
    const own = await follow(scene, code, code);
    await scene.camera.take({ name: 'receipt', path: `${own}/receipt`, language, as: code });
    await scene.camera.take({ name: 'my-answers-sent', path: own, language, as: code });
  }
  const late = await follow(scene, 'DEMO-028', 'DEMO-028');
  await scene.camera.take({ name: 'late', path: `${late}/late`, as: 'DEMO-028' });
  await follow(scene, 'DEMO-023', 'DEMO-023');
}

const one = (name: string, as: string, path: string) => (scene: Scene) => scene.camera.take({ name, as, path });

async function letters({ camera, play }: Scene): Promise<void> {
  for (const [language, code] of [
    ['en', 'DEMO-001'],
    ['ar', 'DEMO-019'],
  ] as [Lang, string][]) {
    const own = `/applications/${play.group(code).id}`;
    await camera.take({ name: `letter-${code === 'DEMO-001' ? 'a' : 'b'}`, path: `${own}/letter`, language, as: code });
  }
}

async function toSign(scene: Scene): Promise<void> {
  for (const language of both) {
    const inLanguage = scene.play.groups.filter(
      (group) => scene.chosen.includes(group.id) && group.record.application.language === language,
    );
    const last = inLanguage.at(-1);
    if (!last) continue;
    const own = await follow(scene, last.code, last.code);
    await scene.camera.take({ name: 'agreement', path: `${own}/agreement`, language, as: last.code });
    await scene.camera.take({ name: 'letter-yes', path: `${own}/letter`, language, as: last.code });
  }
}

async function readOne({ camera, play }: Scene): Promise<void> {
  const name = play.group('DEMO-019').record.organisation.name;
  for (const code of ['M01', 'M02', 'M03', 'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12']) {
    const reader = await play.person(code);
    await reader.open(`${fund}/pile`);
    const row = reader.page.html.split('<li').find((each) => each.includes(name));
    const path = /\/readings\/[0-9a-z]+/.exec(row ?? '')?.[0];
    if (path) return camera.take({ name: 'reading', as: code, path });
  }
}

export const moments: readonly Moment[] = [
  {
    before: /^POST \/funds\/[\w-]+\/hours\/questions$/,
    async takes(scene) {
      await one('call-shut', 'S1', `${fund}/call`)(scene);
      await one('hours-over', 'S4', `${fund}/hours`)(scene);
    },
  },
  { before: /\/voice$/, takes: one('hours-asked', 'M02', `${fund}/hours`) },
  { clock: '2025-02-14', takes: openCall },
  { clock: '2025-02-26', takes: sent },
  {
    clock: '2025-02-27T10:00',
    async takes({ camera, play }) {
      await camera.take({ name: 'desk-programme', as: 'S7', path: '/desk' });
      await camera.take({ name: 'intake', as: 'S7', path: `${fund}/intake` });
      await camera.take({ name: 'intake-one', as: 'S7', path: `/intake/${play.group('DEMO-023').id}` });
    },
  },
  {
    before: /^POST \/applications\/\w+\/reply$/,
    takes: async ({ camera, play }) =>
      camera.take({ name: 'reply', as: 'DEMO-023', path: `/applications/${play.group('DEMO-023').id}/reply` }),
  },
  { before: /^POST \/intake\/\w+\/late-votes$/, takes: one('late-votes', 'M02', `${fund}/late`) },
  { before: /^POST \/duplicates\/\w+\/asks$/, takes: one('duplicates', 'S1', `${fund}/duplicates`) },
  { clock: '2025-03-05', takes: one('links', 'M03', `${fund}/links`) },
  {
    before: /^POST \/translations\//,
    takes: ({ camera, play }) =>
      camera.take({ name: 'translation', as: 'S7', path: `/translations/${play.group('DEMO-019').id}` }),
  },
  {
    clock: '2025-03-06T20:00',
    async takes(scene) {
      await one('pile', 'M08', `${fund}/pile`)(scene);
      await readOne(scene);
      await one('desk-member', 'M08', '/desk')(scene);
      await one('piles', 'S4', `${fund}/piles`)(scene);
    },
  },
  { clock: '2025-04-26', takes: one('spread', 'M05', `${fund}/spread`) },
  {
    before: /^POST \/consent-rounds\/\w+\/showing$/,
    async takes(scene) {
      await one('table-member', 'M05', `${fund}/table`)(scene);
      await one('table-facilitator', 'S4', `${fund}/table`)(scene);
    },
  },
  { before: /^POST \/funds\/[\w-]+\/result-day$/, takes: one('results', 'S1', `${fund}/results`) },
  { clock: '2025-05-06', takes: letters },
  { before: /^POST \/checks\//, takes: one('checks', 'S2', `${fund}/checks`) },
  {
    clock: '2025-05-20',
    async takes(scene) {
      await one('checked', 'M01', `${fund}/checked`)(scene);
      await one('check', 'S2', `/checks/${scene.chosen[0]}`)(scene);
      await one('sign-off', 'S3', `${fund}/signoff`)(scene);
      await one('sign-off-one', 'S3', `/signoff/${scene.chosen[1]}`)(scene);
    },
  },
  { before: /^POST \/applications\/\w+\/agreement\/signature$/, takes: toSign },
  {
    before: /^POST \/payments\/approved$/,
    async takes(scene) {
      await one('payments', 'S6', `${fund}/payments`)(scene);
      await one('agreements', 'S1', `${fund}/agreements`)(scene);
      await one('pool', 'S8', `${fund}/pool`)(scene);
    },
  },
];

/** When everything is paid. */
export async function last({ camera }: Scene): Promise<void> {
  for (const language of both) await camera.take({ name: 'awards', path: `${fund}/awards`, language });
  await camera.take({ name: 'fund-after', path: '/' });
}
