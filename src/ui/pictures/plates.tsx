/** Three sizes of grant as three sizes of plate. */
import type { ComponentChildren } from 'preact';

export type PlateSize = {
  readonly name: ComponentChildren;
  readonly range: ComponentChildren;
  readonly children?: ComponentChildren;
};

const cloths = ['joy', 'clay', 'act'] as const;

export function Plates({ sizes }: { sizes: readonly PlateSize[] }) {
  return (
    <div class="plates three">
      {sizes.map((size, index) => (
        <div key={index}>
          <Plate size={Math.min(68 + index * 19, 110)} cloth={cloths[index % cloths.length] ?? 'act'} />
          <div>
            <h3>{size.name}</h3>
            <p class="big">{size.range}</p>
            {size.children}
          </div>
        </div>
      ))}
    </div>
  );
}

function Plate({ size, cloth }: { size: number; cloth: string }) {
  return (
    <svg viewBox="0 0 120 120" width={size} height={size} aria-hidden="true">
      <circle class="ink fill-sheet" cx="60" cy="60" r="54" />
      <circle class={`ink fill-${cloth}`} cx="60" cy="60" r="37" />
      <path class="ink fill-none" d="M60 84V46M60 70q-18 0-20-19 19 1 20 19zM60 59q16-1 18-18-17 1-18 18z" />
    </svg>
  );
}
