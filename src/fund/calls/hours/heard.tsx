/** What members offered, and what is counted for those who have not said, as sentences. */
import { plainNumber } from '../../../words/amounts.ts';
import type { Say } from '../../../words/speak.ts';
import type { Heard } from './rules.ts';
import type { words } from './words.ts';

type HeardProps = { say: Say<keyof typeof words>; heard: Heard };

/** Nothing where everyone has said. */
export function CountedWords({ say, heard }: HeardProps) {
  const silent = heard.members - heard.said;
  if (silent === 0) return null;
  return <>{say('hours.counted', { silent, hours: plainNumber(say.lang, heard.counted) })}</>;
}

export function HeardWords({ say, heard }: HeardProps) {
  return (
    <p>
      {say('hours.offered', { hours: heard.offered })} <CountedWords say={say} heard={heard} />
    </p>
  );
}
