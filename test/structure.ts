/** The house as rules: floors, the staircase of fund/, what each room may know, and no circles. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** Lowest first; rooms on one floor do not know each other unless they are one folder. */
const floors: readonly (readonly string[])[] = [
  ['kernel'],
  ['words'],
  ['ui'],
  ['platform', 'forms'],
  ['people'],
  ['money'],
  ['gatherings'],
  ['fund', 'leadership', 'learning'],
  ['site', 'desk'],
  ['wings.ts'],
  ['matrix.ts'],
  ['app.ts'],
  ['main.ts'],
  ['cli'],
];

/** fund/ is a staircase: each slice may import the ones before it. */
const stairs = [
  'pool',
  'design',
  'calls',
  'applications',
  'intake',
  'reading',
  'choosing',
  'results',
  'checks',
  'signoff',
  'grants',
];

/** What a room never imports, by the file's name. */
const neverKnows: Readonly<Record<string, RegExp>> = {
  rules: /^(kysely|pg|preact|hono|pg-boss|node:(fs|http|net))/,
  store: /^(preact|hono)|\/ui\//,
  actions: /^(preact|hono)|\/ui\/|\/platform\/web\//,
  pages: /^(kysely|pg|hono)|\/platform\/db\//,
  tables: /^(preact|hono)|\/ui\//,
};
const forbiddenNames = /^(helpers?|utils?|common|misc|shared|index)\.tsx?$/;

export type Finding = { file: string; why: string };

function sources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'dist' ? [] : sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** Import targets of a file as written, comments left out. */
export function importsOf(text: string): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, ' ');
  const found = [...bare.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)];
  return found.map((match) => match[1] ?? '');
}

function floorOf(parts: readonly string[]): number {
  return floors.findIndex((floor) => floor.includes(parts[0] ?? ''));
}

function climbs(from: string, to: string): string | null {
  const here = from.split(sep);
  const there = to.split(sep);
  const [a, b] = [floorOf(here), floorOf(there)];
  if (a < 0) return 'stands in a room that is not on any floor';
  if (b > a) return `imports ${to}, which is a higher floor`;
  if (b === a && here[0] !== there[0]) return `imports ${to}, another room on its own floor`;
  if (here[0] === 'fund' && there[0] === 'fund' && here[1] !== there[1]) {
    if (stairs.indexOf(there[1] ?? '') >= stairs.indexOf(here[1] ?? ''))
      return `imports ${to}, a step above it on the staircase`;
  }
  return null;
}

function circles(graph: ReadonlyMap<string, readonly string[]>): Finding[] {
  const state = new Map<string, 'open' | 'closed'>();
  const found: Finding[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === 'open')
        found.push({ file, why: `closes a circle: ${[...path, file, next].slice(-6).join(' → ')}` });
      else if (!state.has(next)) walk(next, [...path, file]);
    }
    state.set(file, 'closed');
  };
  for (const file of graph.keys()) if (!state.has(file)) walk(file, []);
  return found;
}

function judge(root: string, path: string): { findings: Finding[]; targets: string[] } {
  const file = relative(root, path);
  const name = file.split(sep).at(-1) ?? '';
  const inSrc = file.startsWith(`src${sep}`);
  const isTest = /\.test\.tsx?$/.test(name);
  const text = readFileSync(path, 'utf8');
  const findings: Finding[] = [];
  const targets: string[] = [];
  const say = (why: string) => findings.push({ file, why });
  if (text.split('\n').length > 401) say('is longer than 400 lines: a noun is hiding in it');
  if (forbiddenNames.test(name) && !(name === 'index.ts' && file.startsWith('packages')))
    say('has a name that says nothing');
  for (const target of importsOf(text)) {
    const banned = neverKnows[name.replace(/\.tsx?$/, '')];
    if (banned?.test(target)) say(`knows ${target}, which this room never does`);
    if (!target.startsWith('.')) continue;
    if (!/\.(tsx?|json)$/.test(target)) say(`imports ${target} without its extension`);
    const resolved = relative(root, normalize(join(dirname(path), target)));
    if (isTest) continue;
    if (!inSrc) {
      if (resolved.startsWith(`src${sep}`)) say(`imports ${resolved}: packages never import from src`);
    } else if (resolved.startsWith(`src${sep}`)) {
      const problem = climbs(file.slice(4), resolved.slice(4));
      if (problem) say(problem);
      targets.push(resolved);
    } else if (!resolved.startsWith(`packages${sep}`) && !file.startsWith(`src${sep}cli`)) {
      say(`imports ${resolved}, which is outside the house`);
    }
  }
  return { findings, targets };
}

/** Every break of the rules in a tree with src/ and packages/. No exceptions are known to it. */
export function findings(root: string): Finding[] {
  const graph = new Map<string, readonly string[]>();
  const found: Finding[] = [];
  for (const path of [...sources(join(root, 'src')), ...sources(join(root, 'packages'))]) {
    const { findings: here, targets } = judge(root, path);
    found.push(...here);
    graph.set(relative(root, path), targets);
  }
  return [...found, ...circles(graph)];
}
