import { Glyph } from '../parts/glyph.tsx';
import { FAMILIES, FAMILY_WORDS, KINDS, kindWord } from '../state/words.ts';

/** What shapes and colours mean; always in view. `ego` is true while the relations of one actor are drawn in full. */
export function Legend({ ego }: { readonly ego: boolean }) {
  return (
    <section class="legend" aria-label="Legend">
      <ul class="legend-kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Glyph kind={kind} size={12} /> {kindWord(kind)}
          </li>
        ))}
      </ul>
      {ego ? <FamilyScale /> : <BalanceScale />}
    </section>
  );
}

function FamilyScale() {
  return (
    <ul class="legend-families">
      {FAMILIES.map((family) => (
        <li key={family}>
          <i class={`line tone-${family}`} aria-hidden="true" /> {FAMILY_WORDS[family]}
        </li>
      ))}
    </ul>
  );
}

const SCALE = ['friendly', 'rather-friendly', 'even', 'rather-hostile', 'hostile'] as const;

function BalanceScale() {
  return (
    <ul class="legend-balance">
      <li class="scale">
        <span>Cooperation</span>
        <span class="scale-steps" aria-hidden="true">
          {SCALE.map((tone) => (
            <i key={tone} class={`step tone-${tone}`} />
          ))}
        </span>
        <span>Conflict</span>
      </li>
      <li>
        <i class="line tone-contested" aria-hidden="true" /> Much of both
      </li>
      <li>
        <i class="line tone-tie" aria-hidden="true" /> Standing tie
      </li>
      <li class="legend-note">Thicker: told more often</li>
    </ul>
  );
}
