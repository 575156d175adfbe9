/** Which applications look like one another, and by which signs: a suggestion for a person, never a decision. */
export type Entry = {
  readonly id: string;
  readonly name: string;
  readonly sponsor: string | null;
  readonly answers: readonly string[];
};
export type Sign = 'same-name' | 'similar-name' | 'sponsor-applies' | 'similar-answers' | 'same-answers';
export type Pair = { readonly one: string; readonly other: string; readonly signs: readonly Sign[] };

/** "Spire Lane Community Trust (demo)" and "spire lane community-trust" are one name. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function threes(text: string): Set<string> {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const each of a) if (b.has(each)) count += 1;
  return count;
}

/** Share of letter triples two plain names have in common (as pg_trgm counts it), from 0 to 1. */
export function nameLikeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const [left, right] = [threes(a), threes(b)];
  const both = shared(left, right);
  return both / (left.size + right.size - both);
}

type Read = { id: string; name: string; sponsor: string; words: ReadonlySet<string>; phrases: ReadonlySet<string> };

const phraseLength = 5;

function read(entry: Entry): Read {
  const spoken = entry.answers.map((answer) => plainName(answer).split(' ').filter(Boolean));
  const phrases = spoken.flatMap((words) =>
    Array.from({ length: Math.max(0, words.length - phraseLength + 1) }, (_, at) =>
      words.slice(at, at + phraseLength).join(' '),
    ),
  );
  return {
    id: entry.id,
    name: plainName(entry.name),
    sponsor: plainName(entry.sponsor ?? ''),
    // Short words say little about what a text is about.
    words: new Set(spoken.flat().filter((word) => word.length >= 4)),
    phrases: new Set(phrases),
  };
}

/** Share of the shorter text's words that the other one has too, from 0 to 1; 0 where there is too little to tell. */
export function answerLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller < 10 ? 0 : shared(a, b) / smaller;
}

// Set on the demo round: its three related applications share 0.35 to 0.48 of their words; a sponsor and another group
// of the same sponsor share none; strangers reach 0.44, so words alone count only when nearly all of them are the same.
const alike = { name: 0.6, answersOfSponsor: 0.25, answers: 0.8 };
// What this many applications say is a turn of phrase, not a sign.
const common = 8;

function* candidates(entries: readonly Read[]): Generator<readonly [Read, Read]> {
  const byKey = new Map<string, Read[]>();
  const put = (key: string, entry: Read) => {
    const group = byKey.get(key);
    if (group) group.push(entry);
    else byKey.set(key, [entry]);
  };
  for (const entry of entries) {
    if (entry.name !== '') put(`name ${entry.name}`, entry);
    for (const word of new Set(entry.name.split(' '))) if (word.length >= 4) put(`word ${word}`, entry);
    for (const phrase of entry.phrases) put(`said ${phrase}`, entry);
  }
  for (const [key, group] of byKey) {
    if (group.length < 2 || (group.length > common && !key.startsWith('name '))) continue;
    for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) yield [one, other];
  }
  for (const entry of entries) {
    if (entry.sponsor === '') continue;
    for (const other of byKey.get(`name ${entry.sponsor}`) ?? []) yield [entry, other];
  }
}

function signsOf(a: Read, b: Read): Sign[] {
  const signs: Sign[] = [];
  if (a.name !== '' && a.name === b.name) signs.push('same-name');
  else if (nameLikeness(a.name, b.name) >= alike.name) signs.push('similar-name');
  const answers = answerLikeness(a.words, b.words);
  const sponsors = (x: Read, y: Read) => x.sponsor !== '' && x.sponsor === y.name;
  const sponsor = (sponsors(a, b) || sponsors(b, a)) && answers >= alike.answersOfSponsor;
  if (sponsor) signs.push('sponsor-applies');
  if (answers >= alike.answers) signs.push('same-answers');
  else if (sponsor) signs.push('similar-answers');
  return signs;
}

/** Likely pairs, each once, ids in order. */
export function likelyPairs(entries: readonly Entry[]): Pair[] {
  const found = new Map<string, Pair>();
  const seen = new Set<string>();
  for (const [a, b] of candidates(entries.map(read))) {
    const [one, other] = a.id < b.id ? [a, b] : [b, a];
    const key = `${one.id} ${other.id}`;
    if (one.id === other.id || seen.has(key)) continue;
    seen.add(key);
    const signs = signsOf(one, other);
    if (signs.length > 0) found.set(key, { one: one.id, other: other.id, signs });
  }
  return [...found.values()];
}
