import type { EntityKind } from '../../src/model/entity.ts';
import { SHAPES, type Shape } from '../render/palette.ts';

const PATHS: Readonly<Record<Exclude<Shape, 'circle' | 'ring'>, string>> = {
  square: 'M3.5 2h7A1.5 1.5 0 0 1 12 3.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 2 10.5v-7A1.5 1.5 0 0 1 3.5 2z',
  diamond: 'M7 .8 13.2 7 7 13.2.8 7z',
  triangle: 'M7 1.2 13.2 12.2H.8z',
  hexagon: 'M3.9 1.6h6.2L13.2 7l-3.1 5.4H3.9L.8 7z',
};

/** The shape and colour by which the map shows a kind, for legends and lists. Decorative. */
export function Glyph({ kind, size = 14 }: { readonly kind: EntityKind; readonly size?: number }) {
  const shape = SHAPES[kind];
  return (
    <svg class={`glyph kind-${kind}`} width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {shape === 'circle' && <circle cx="7" cy="7" r="5.8" />}
      {shape === 'ring' && (
        <>
          <circle cx="7" cy="7" r="5.8" />
          <circle class="glyph-hole" cx="7" cy="7" r="3" />
        </>
      )}
      {shape !== 'circle' && shape !== 'ring' && <path d={PATHS[shape]} />}
    </svg>
  );
}
