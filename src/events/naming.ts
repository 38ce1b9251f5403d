import { NOWHERE } from '../base/nowhere.ts';
import type { Frame } from '../knowledge/knowledge.ts';
import type { Predicate } from '../syntax/clause.ts';
import { isTemporal } from '../syntax/items.ts';
import type { Bindings } from './match.ts';
import type { Reading } from './reading.ts';

/**
 * "called Kigali weak", "called the deal a farce": who is given a name is not called up, so a frame that is just `A call B` doesn't fit;
 * neither does it without a person to take the call.
 */
export function isGivenName(reading: Reading, p: Predicate, frame: Frame, bound: Bindings): boolean {
  const plain = frame.elements.every((e) => e.kind === 'argument' && e.slot && !e.heads && e.position.at !== 'oblique');
  if (p.lemma !== 'call' || frame.particle || !plain) return false;
  const end = bound.phrases.B?.span.end;
  // "his Finnish counterpart" is Finland, but no name of it.
  const isPerson = bound.slots.B?.some(({ mention: m }) => m?.kind === 'person' || m?.form === 'nominal') ?? false;
  if (end === undefined || !isPerson || p.voice === 'passive') return true;
  const next = reading.doc.groups[reading.groupAt(end) ?? NOWHERE];
  if (next && isTemporal(reading.doc, next)) return false;
  return /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(reading.doc.morphology[end]?.upos ?? '');
}
