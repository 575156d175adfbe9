/** The few words that sums and times need in every language. */
import type { English } from './speak.ts';

export const words = {
  'words.uk-time': 'UK time',
  'words.noon': '12 noon',
  'words.midnight': 'midnight',
  'words.day-and-time': '{$day}, {$time} {$zone}',
} as const satisfies English;
