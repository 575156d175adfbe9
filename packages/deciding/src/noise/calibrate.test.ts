import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Calibration, calibrate } from './calibrate.ts';
import { logarithm, normals } from './chance.ts';
import { fitOnce, type Mark } from './model.ts';

function done(c: Calibration): Extract<Calibration, { kind: 'done' }> {
  assert.equal(c.kind, 'done');
  return c as Extract<Calibration, { kind: 'done' }>;
}

/** 60 applications, 12 readers, three readings each; reader 0 gives a point less than the others. */
function reading(): { marks: Mark[]; truth: number[] } {
  const next = normals('reading');
  const truth = Array.from({ length: 60 }, () => 3 + 0.8 * next());
  const marks = truth.flatMap((t, option) =>
    [0, 1, 2].map((k) => {
      const reader = (option * 5 + k * (1 + (option % 3))) % 12;
      return { option, reader, score: t + (reader === 0 ? -1 : 0) + 0.1 * next() };
    }),
  );
  return { marks, truth };
}

test('a severe reader is seen, and those who met one are not left behind', () => {
  const { marks, truth } = reading();
  const c = done(calibrate(marks, 60, 12, { line: 20, seed: 's' }));
  assert.equal(c.severity.indexOf(Math.min(...c.severity)), 0);
  assert.ok(c.severity[0]! < -0.6, String(c.severity[0]));
  const middle = (of: (i: number) => number): number => truth.reduce((s, _, i) => s + of(i) / 60, 0);
  const miss = (of: (i: number) => number): number =>
    truth.reduce((s, t, i) => s + (of(i) - middle(of) - t + middle((k) => truth[k]!)) ** 2, 0);
  assert.ok(miss((i) => c.rows[i]!.calibrated) < 0.6 * miss((i) => c.rows[i]!.raw!));
  assert.equal(c.rows.filter((r) => r.rawRank !== r.calibratedRank).length > 0, true);
});

test('chances add up to the line, and the band follows from the chance', () => {
  const c = done(calibrate(reading().marks, 60, 12, { line: 20, seed: 's' }));
  assert.ok(Math.abs(c.rows.reduce((s, r) => s + r.insideLine, 0) - 20) < 1e-9);
  for (const r of c.rows)
    assert.equal(r.band, r.insideLine >= 0.9 ? 'clear yes' : r.insideLine <= 0.1 ? 'clear no' : 'discuss');
  assert.ok(new Set(c.rows.map((r) => r.band)).size === 3);
});

test('the same scores give the same figures to the last digit', () => {
  const run = (): string => JSON.stringify(calibrate(reading().marks, 60, 12, { line: 20, seed: 's' }));
  assert.equal(run(), run());
});

test('when no reader joins two parts of the pile, comparing them is refused', () => {
  const marks = [0, 1, 2, 3].map((option) => ({ option, reader: option < 2 ? 0 : 1, score: option }));
  const c = calibrate(marks, 4, 2, { line: 2, seed: 's' });
  assert.deepEqual(c, {
    kind: 'refused',
    why: 'disconnected',
    parts: [
      { options: [0, 1], readers: [0] },
      { options: [2, 3], readers: [1] },
    ],
  });
});

test('with fixed variances the shrinkage is the textbook one', () => {
  const marks = [
    { option: 0, reader: 0, score: 5 },
    { option: 0, reader: 1, score: 5 },
    { option: 1, reader: 0, score: 1 },
    { option: 1, reader: 1, score: 1 },
  ];
  const fit = fitOnce(marks, 2, 2, { quality: 1, severity: 1e-9, noise: 1 });
  assert.ok(Math.abs(fit.mean - 3) < 1e-6);
  assert.ok(Math.abs(fit.quality[0]! - 4 / 3) < 1e-6);
});

test('the random numbers are normal enough', () => {
  const next = normals('x');
  const xs = Array.from({ length: 20_000 }, next);
  const mean = xs.reduce((a, b) => a + b) / xs.length;
  const variance = xs.reduce((s, x) => s + x * x, 0) / xs.length;
  assert.ok(Math.abs(mean) < 0.02 && Math.abs(variance - 1) < 0.03, `${mean} ${variance}`);
  for (const x of [1e-9, 0.3, 1, 2, 1e9])
    assert.ok(Math.abs(logarithm(x) - Math.log(x)) < 1e-12 * (1 + Math.abs(Math.log(x))));
});
