/** One answer to "can you come?": full dot, half dot, dash or dashed ring, always with its word. */
import { useSpeech } from '../speech.ts';

export type PollAnswer = 'yes' | 'maybe' | 'no' | 'none';

export function PollMark({ answer }: { answer: PollAnswer }) {
  const say = useSpeech();
  return (
    <span class="tag">
      <svg class="ic" viewBox="0 0 24 24" aria-hidden="true">
        {answer === 'no' ? (
          <path d="M6 12h12" />
        ) : (
          <circle cx="12" cy="12" r="8" class={answer === 'none' ? 'dash' : undefined} />
        )}
        {answer === 'yes' && <circle cx="12" cy="12" r="8" fill="currentColor" />}
        {answer === 'maybe' && <path d="M12 4a8 8 0 0 0 0 16z" fill="currentColor" />}
      </svg>
      {say(`ui.poll-${answer}`)}
    </span>
  );
}
