/** Every small question is answered as well as trying all plans would. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestByTrying, smallQuestion } from '../../conformance/exhaustive.ts';
import { loadSolver } from '../solver/highs.ts';
import { watchFor } from '../solver/watch.ts';
import { readersOn } from './match.ts';

for (const objective of ['total', 'worst-then-total'] as const) {
  test(`small groups get the very plan that trying everything finds, ${objective}`, async () => {
    const highs = await loadSolver();
    let plans = 0;
    for (let i = 0; i < 60; i++) {
      const problem = smallQuestion(`exhaustive ${i}`);
      const best = bestByTrying(problem, objective);
      const result = readersOn(highs, problem, { objective, costs: false }, watchFor(10));
      if (best === null) {
        assert.equal(result.status, 'infeasible', `question ${i}`);
        continue;
      }
      plans++;
      assert.ok(result.status === 'optimal', `question ${i}`);
      assert.ok(Math.abs(result.total - best.total) < 1e-9, `question ${i}: ${result.total} against ${best.total}`);
      if (objective === 'worst-then-total') assert.ok(Math.abs(result.worst!.fit - best.worst) < 1e-9, `question ${i}`);
    }
    assert.ok(plans > 20);
  });
}
