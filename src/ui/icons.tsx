/** Small line drawings that stand beside words, never in place of them, and the mark of the house. */
const drawings = {
  tick: 'M4 13l5 5L20 6',
  clock: 'M12 7v5l4 2M12 3a9 9 0 1 0 .1 0z',
  speech: 'M4 4h16v12h-9l-5 4v-4H4z',
  phone: 'M8 2h8q2 0 2 2v16q0 2-2 2H8q-2 0-2-2V4q0-2 2-2zM9 12l2 2 4-5',
  offphone: 'M8 2h8q2 0 2 2v16q0 2-2 2H8q-2 0-2-2V4q0-2 2-2zM3 3l18 18',
  table: 'M3 13h18v4H3zM6 17v4M18 17v4M7 7l3 3 7-7',
  ear: 'M7 10a5 5 0 0 1 10 0c0 4-4 4-4 8a3 3 0 0 1-6 0M10 10a2 2 0 0 1 4 0',
  eye: 'M2 12q10-14 20 0q-10 14-20 0zM12 9a3 3 0 1 0 .1 0z',
  mic: 'M12 3q3 0 3 3v5q0 3-3 3t-3-3V6q0-3 3-3zM6 11q0 6 6 6t6-6M12 17v4',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
  people: 'M8 4a3 3 0 1 0 .1 0zM2 20q0-8 6-8t6 8M16 6a3 3 0 1 1 0 6M17 13q5 1 5 7',
  letter: 'M3 6h18v13H3zM3 7l9 7 9-7',
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3',
  undo: 'M9 5L4 10l5 5M4 10h10q6 0 6 6v3',
  search: 'M10 4a6 6 0 1 0 .1 0zM15 15l6 6',
  globe: 'M12 3a9 9 0 1 0 .1 0zM3 12h18M12 3q-8 9 0 18q8-9 0-18',
  heart: 'M12 20q-18-11-6-16q4-1 6 3q2-4 6-3q12 5-6 16z',
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="ic" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}

/** A small table with six arms. */
export function Mark() {
  return (
    <svg viewBox="0 0 54 42" aria-hidden="true">
      <g fill="none" stroke-width="6" stroke-linecap="round">
        <path stroke="var(--act)" d="M13 4v12M41 26v12" />
        <path stroke="var(--clay)" d="M27 4v12M13 26v12" />
        <path stroke="var(--plum)" d="M41 4v12" />
        <path stroke="var(--joy)" d="M27 26v12" />
      </g>
      <path class="ink fill-wood" d="M4 15q23-2 46 0q4 6 0 12q-23 2-46 0q-4-6 0-12z" />
      <path class="ink fill-none" stroke-dasharray="1 12" stroke-width="5" d="M15 21h26" />
    </svg>
  );
}

/** The marigold line drawn under a heading; never under bad news. */
export function Line() {
  return (
    <svg class="line" viewBox="0 0 150 11" preserveAspectRatio="none" aria-hidden="true">
      <path d="M3 7c24-5 46-5 69-2s50 3 75-2" />
    </svg>
  );
}
