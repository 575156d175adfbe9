/** Checks that remember: one identifier with several names, one name with several identifiers. */
import type { JsonObject } from '../json.ts';
import { textOf } from '../json.ts';
import type { Check, GrantView } from './check.ts';

type Several = {
  id: string;
  sentence: string;
  record: (view: GrantView) => JsonObject | null;
  place: string;
  key: string;
  value: string;
  official: boolean;
  /** How values are compared; as written unless said. */
  same?: (value: string) => string;
};

/** Reports every grant whose `key` is found with two or more different `value`s in the file. */
export const severalForOne = ({ id, sentence, record, place, key, value, official, same }: Several): Check => ({
  id,
  kind: 'accuracy',
  official,
  critical: false,
  sentence,
  start: () => {
    const seen = new Map<string, { values: Set<string>; grants: number[] }>();
    return {
      grant: (view) => {
        const found = record(view);
        const by = textOf(found?.[key]);
        const written = textOf(found?.[value]);
        if (by === null || written === null) return;
        const held = seen.get(by) ?? { values: new Set<string>(), grants: [] };
        seen.set(by, held);
        held.values.add(same ? same(written) : written);
        held.grants.push(view.index);
      },
      end: (report) => {
        for (const { values, grants } of seen.values()) {
          if (values.size > 1) for (const index of grants) report(index, `${place}/${value}`);
        }
      },
    };
  },
});
