import type { Mention } from '../model/entity.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import {
  groupOf,
  isHyphen,
  lemmaOf,
  nounOf,
  predicateOf,
  sentenceEnd,
  sentenceStart,
  type TextView,
  uposOf,
  xposOf,
} from './text-view.ts';

/** What a geographical name is: a state, a place that may stand for one (capital, seat), or just a place. */
export type GeoKind = 'country' | 'seat' | 'place';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const PLACE_PREPOSITIONS = words(
  'in at near across throughout around inside outside within via through toward towards off along into onto beyond above below beneath under',
);
const PLACE_NOUNS = words(
  'airport street suburb outskirts university port centre center district neighbourhood neighborhood square hospital stadium hotel mosque church zoo ' +
    'countryside province border north south east west northeast northwest southeast southwest part city town capital region area coast river ' +
    'siege battle fall road highway bridge station airfield base prison museum market synagogue skyline resident mayor',
);
const MOTION_TO = words(
  'carry take transport lead travel fly go come arrive return visit trip journey flight tour head move drive sail flee escape rush bring deport extradite repatriate dispatch ' +
    'back way en-route voyage pilgrimage deploy deployment withdraw ship smuggle transfer relocate',
);
const MOTION_FROM = words(
  'carry take bring transport release travel fly go come arrive return withdraw withdrawal pull flee leave depart departure retreat evacuate evacuation escape flight deport expel ' +
    'repatriate extradite drive sail move report broadcast emigrate relocate',
);
const SENT_TO_A_PLACE = words(
  'envoy delegation troop soldier force fighter mission ambassador adviser advisor team inspector observer peacekeeper',
);
const PLACE_OBJECT_VERBS = words(
  'visit leave reach enter tour shell bomb pound storm capture seize retake recapture besiege surround rock shake quit overrun bombard liberate ' +
    'occupy evacuate flee cross control hold take encircle raid approach',
);
/** Nouns before which a capital stands for its government ("Moscow officials"). */
const POLITICAL_NOUNS = words(
  'official government regime administration policy tie relation leadership authority negotiator diplomat spokesman spokeswoman spokesperson cooperation ' +
    'alliance axis leader source side delegation summit-diplomacy talk dialogue dispute rift pact deal agreement treaty accord ' +
    'effort attempt bid ambition pressure objection demand decision stance position claim threat initiative',
);

/** How a geographical name is used where it stands. */
export function useOfPlaceName(view: TextView, span: Span, head: TokenIndex, kind: GeoKind): Mention['use'] {
  if (isDateline(view, span)) return 'place';
  const group = groupOf(view, head);
  const next = span.end;
  if (xposOf(view, next) === 'POS')
    return ownsPlace(view, next) && kind !== 'country' ? 'place' : kind === 'place' ? 'place' : 'actor';
  if (view.words[next] === ',' && view.lower[next + 1] === 'where' && kind !== 'country') return 'place';
  if (isHyphen(view.words[next])) return afterHyphen(view, next, kind);
  if (group && group.head >= span.end) return kind === 'place' ? 'modifier' : modifies(view, group.head, kind);
  if (kind === 'place') return 'place';
  const from = group?.start ?? span.start;
  const preposition = prepositionBefore(view, Math.min(from, span.start)) ?? inheritedPreposition(view, head);
  if (preposition) return useAfter(view, preposition, from, kind);
  return useOfArgument(view, head, kind);
}

/** "TEHRAN (Agency) –", "GENEVA, March 3 —": the place at the start of a report. */
function isDateline(view: TextView, span: Span): boolean {
  const sentence = view.doc.sentences[view.sentenceAt[span.start] ?? 0];
  if (!sentence || span.start !== sentence.start) return false;
  const paragraphStart = view.doc.sentences[(view.sentenceAt[span.start] ?? 0) - 1]?.paragraph !== sentence.paragraph;
  if (!paragraphStart) return false;
  for (let i = span.end; i < Math.min(span.end + 9, sentence.end); i++) {
    if (
      /^(—|–|--)$/.test(view.words[i] ?? '') ||
      (view.words[i] === '-' && (i === span.end || view.words[i - 1] === ')') && isSpaced(view, i))
    )
      return true;
    if (uposOf(view, i) === 'VERB' || uposOf(view, i) === 'AUX') return false;
  }
  return false;
}

/** A hyphen with room before it is a dash. */
const isSpaced = (view: TextView, at: TokenIndex): boolean =>
  (view.doc.tokens[at]?.start ?? 0) > (view.doc.tokens[at - 1]?.end ?? 0);

function ownsPlace(view: TextView, possessive: TokenIndex): boolean {
  const owned = groupOf(view, possessive + 1);
  return !!owned && PLACE_NOUNS.has(lemmaOf(view, owned.head));
}

/** "Tehran-Moscow's cooperation", "Iran-Russia ties" against "Tehran-based". */
function afterHyphen(view: TextView, hyphen: TokenIndex, kind: GeoKind): Mention['use'] {
  const end = sentenceEnd(view, hyphen);
  let i = hyphen;
  while (i < end && isHyphen(view.words[i]) && /^\p{Lu}/u.test(view.words[i + 1] ?? '')) i += 2;
  if (i === hyphen) return kind === 'country' ? 'modifier' : 'place';
  if (xposOf(view, i) === 'POS') return 'actor';
  return kind === 'place' ? 'place' : 'modifier';
}

const modifies = (view: TextView, head: TokenIndex, kind: GeoKind): Mention['use'] =>
  kind === 'country' || POLITICAL_NOUNS.has(lemmaOf(view, head)) ? 'modifier' : 'place';

function prepositionBefore(view: TextView, start: TokenIndex): string | undefined {
  const before = start - 1;
  if (before < sentenceStart(view, start)) return undefined;
  const tag = uposOf(view, before);
  return tag === 'ADP' || tag === 'SCONJ' || xposOf(view, before) === 'IN' || xposOf(view, before) === 'TO'
    ? view.lower[before]
    : undefined;
}

/** "between Tehran and [Moscow]": the second conjunct has the preposition of the first. */
function inheritedPreposition(view: TextView, head: TokenIndex): string | undefined {
  const role = nounOf(view, view.groupAt[head])?.role;
  const before = view.lower[(groupOf(view, head)?.start ?? head) - 1];
  return role?.slot === 'oblique' && (before === 'and' || before === ',' || before === 'or')
    ? role.preposition
    : undefined;
}

function useAfter(view: TextView, preposition: string, start: TokenIndex, kind: GeoKind): Mention['use'] {
  if (PLACE_PREPOSITIONS.has(preposition)) return 'place';
  if (preposition === 'of')
    return PLACE_NOUNS.has(lemmaOf(view, start - 2)) &&
      (kind === 'seat' || !/^(capital|resident)$/.test(lemmaOf(view, start - 2)))
      ? 'place'
      : 'actor';
  if (isRoute(view, preposition, start)) return 'place';
  if (preposition === 'from') return motionBefore(view, start - 1, MOTION_FROM) ? 'place' : 'actor';
  if (preposition === 'to') {
    if (motionBefore(view, start - 1, MOTION_TO)) return 'place';
    return kind === 'seat' && sentToPlace(view, start - 1) ? 'place' : 'actor';
  }
  if (preposition === 'for') return motionBefore(view, start - 1, words('leave depart head')) ? 'place' : 'actor';
  return 'actor';
}

/** "from Tehran to Algiers". */
function isRoute(view: TextView, preposition: string, start: TokenIndex): boolean {
  if (preposition === 'from')
    return (
      (view.lower[start + 1] === 'to' || view.lower[start + 2] === 'to') &&
      /^\p{Lu}/u.test(view.words[start + 2] ?? '') &&
      motionBefore(view, start - 1, MOTION_FROM)
    );
  return (
    preposition === 'to' &&
    (view.lower[start - 3] === 'from' || view.lower[start - 4] === 'from') &&
    motionBefore(view, start - 3, MOTION_FROM)
  );
}

/** A word of motion shortly before, with no other verb between. */
function motionBefore(view: TextView, at: TokenIndex, motion: ReadonlySet<string>): boolean {
  const from = Math.max(sentenceStart(view, at), at - 8);
  for (let i = at - 1; i >= from; i--) {
    if (motion.has(lemmaOf(view, i))) return true;
    if (uposOf(view, i) === 'VERB' || /^[;:—–]$/.test(view.words[i] ?? '')) return false;
  }
  return false;
}

function sentToPlace(view: TextView, at: TokenIndex): boolean {
  const sent = motionBefore(view, at, words('send'));
  for (let i = at - 1; sent && i >= Math.max(sentenceStart(view, at), at - 4); i--) {
    if (SENT_TO_A_PLACE.has(lemmaOf(view, i)) || /^(?:him|her|them)$/.test(view.lower[i] ?? '')) return true;
  }
  return false;
}

/** Subject or object of a verb: a seat acts, unless the verb does something to a place. */
function useOfArgument(view: TextView, head: TokenIndex, kind: GeoKind): Mention['use'] {
  if (kind === 'country') return 'actor';
  const role = nounOf(view, view.groupAt[head])?.role;
  const predicate = predicateOf(view, role?.predicate);
  if (!role || !predicate) return 'actor';
  const affected = role.slot === 'object' || (role.slot === 'subject' && predicate.voice === 'passive');
  if (affected && PLACE_OBJECT_VERBS.has(predicate.lemma)) return 'place';
  return role.slot === 'subject' && predicate.pos === 'verb' && predicate.lemma === 'be' ? 'place' : 'actor';
}
