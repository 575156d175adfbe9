/** Invented facts that must never be seen: four groups type them where only the programme team may look. */
export type Canary = { town: string; street: string; leader: string; phone: string };

export const canaries: Readonly<Record<string, Canary>> = {
  'DEMO-010': { town: 'Wrenmouth', street: '14 Saltglass Row', leader: 'Ifetayo Marrowbone', phone: '01632 960 711' },
  'DEMO-017': { town: 'Caddleford', street: '3 Tinderbox Yard', leader: 'Benedikta Oakshade', phone: '01632 960 717' },
  'DEMO-030': {
    town: 'Pellingsea',
    street: '209 Candlewick Parade',
    leader: 'Roshanak Feathergill',
    phone: '01632 960 730',
  },
  'DEMO-036': {
    town: 'Drumblethorpe',
    street: '58 Needlemaker Lane',
    leader: 'Augustina Quillwater',
    phone: '01632 960 736',
  },
};

/** Groups whose own name is private too. */
export const privateNames = ['DEMO-010', 'DEMO-017', 'DEMO-036'];

/** Every string of the canaries, with the code of the group it belongs to. */
export function canaryStrings(): { code: string; secret: string }[] {
  return Object.entries(canaries).flatMap(([code, canary]) =>
    Object.values(canary).map((secret) => ({ code, secret })),
  );
}
