/** The long table from above: many hands, many cloths, plates, papers and one pot. For public first pages only. */
const skins = ['#643', '#b85', '#da8', '#965', '#eca'] as const;
const cloths = ['act', 'plum', 'joy', 'olive', 'clay', 'dusk'] as const;

function arm(x: number, y: number, turn: number, index: number) {
  return { x, y, turn, cloth: cloths[(index * 5) % 6], skin: skins[(index * 3) % 5] };
}

// Uneven on purpose: people do not reach in step.
const above = [66, 212, 344, 478, 728, 858, 996, 1138].map((x, i) =>
  arm(x, 88 + ((i * 7) % 13), ((i * 37) % 17) - 8, i),
);
const below = [136, 280, 410, 540, 664, 794, 930, 1066].map((x, i) =>
  arm(x, 162 - ((i * 5) % 11), 172 + ((i * 29) % 17), i + 3),
);
const arms = [...above, ...below];
const plates = [
  [138, 98, 'joy'],
  [406, 102, 'sheet'],
  [798, 100, 'clay'],
  [1066, 99, 'sheet'],
  [204, 154, 'sheet'],
  [1000, 150, 'joy'],
] as const;
const papers = [
  [472, 150, -9],
  [734, 152, 8],
] as const;

export function Scene() {
  return (
    <svg class="scene ink" viewBox="0 0 1200 250" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <g id="a">
          <path fill="currentColor" d="M-22-130q7 56 5 108q17 9 34 0q-2-54 5-108z" />
          <path
            class="ink"
            d="M-12-17q-5 14-2 24q1 6 5 5q1 6 6 4q4 4 7-2q5 1 6-6l1-8q7 6 9-1q-3-8-9-11v-5q-12 5-23 0z"
          />
          <path class="fill-none" d="M-8 12l1-9M-2 16V5M5 14L4 5" />
        </g>
        <g id="p">
          <circle class="fill-sheet" r="25" />
          <circle r="15" fill="currentColor" />
        </g>
        <g id="l">
          <path class="fill-sheet" d="M-17-22h26l8 8v36h-34z" />
          <path class="fill-none" d="M-10-8h18M-10 1h20M-10 10h13" />
        </g>
      </defs>
      <path class="fill-wood" d="M-20 72q320-8 620-2t620 0v110q-310 6-620 0t-620 3z" />
      <path fill="none" stroke="var(--paper)" stroke-width="32" d="M-20 126h1240" />
      <path fill="none" stroke="var(--clay)" stroke-width="2.5" stroke-dasharray="9 7" d="M-20 115h1240M-20 137h1240" />
      {plates.map(([x, y, cloth]) => (
        <use key={x} href="#p" x={x} y={y} {...{ color: `var(--${cloth})` }} />
      ))}
      {papers.map(([x, y, turn]) => (
        <use key={x} href="#l" transform={`translate(${x} ${y})rotate(${turn})`} />
      ))}
      <g transform="translate(602 126)">
        <path class="fill-clay" d="M-54-8h108v16h-108z" />
        <circle class="fill-clay" r="41" />
        <circle class="fill-act" r="32" />
        <path
          class="fill-joy"
          d="M-18-3a9 9 0 1 0 .1 0zM4-21a9 9 0 1 0 .1 0zM13 3a9 9 0 1 0 .1 0zM-12-22a9 9 0 1 0 .1 0z"
        />
      </g>
      {cloths.map((cloth) => (
        <g key={cloth} {...{ color: `var(--${cloth})` }}>
          {arms
            .filter((each) => each.cloth === cloth)
            .map(({ x, y, turn, skin }) => (
              <use key={x} href="#a" transform={`translate(${x} ${y})rotate(${turn})`} fill={skin} />
            ))}
        </g>
      ))}
    </svg>
  );
}
