import { NOWHERE } from '../base/nowhere.ts';
import type { Group } from '../model/document.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { isTemporal } from '../syntax/items.ts';
import { PLACE_NOUNS } from './noun-classes.ts';
import type { Reading } from './reading.ts';

/** Two noun groups for one: "[the mayor] of Kharkiv, [Ihor Terekhov]". */
export interface Renaming {
  readonly host: GroupIndex;
  readonly other: GroupIndex;
}

/**
 * Appositions that name one thing twice. The tree also calls so what only stands behind a comma: the larger place ("Gao, Mali"), the next
 * of a list, measures, dates; and it hangs the name on the wrong noun of the phrase before.
 */
export function renamings(reading: Reading): readonly Renaming[] {
  return reading.clauses.nouns.flatMap(({ appositions }, from) =>
    appositions.flatMap((other): Renaming[] => {
      const host = isRenaming(reading, other) ? renamedBy(reading, from, other) : undefined;
      return host === undefined ? [] : [{ host, other }];
    }),
  );
}

/** The noun beside which this one stands: "[Niger], Chad's ally". */
export function hostOf(reading: Reading, group: GroupIndex): GroupIndex | undefined {
  const { nouns } = reading.clauses;
  for (let from = Math.max(0, group - 6); from < group; from++)
    if (nouns[from]?.appositions.includes(group) && isRenaming(reading, group)) return renamedBy(reading, from, group);
  return undefined;
}

const word = ({ doc }: Reading, at: number): string => doc.tokens[at]?.text ?? '';

/** It stands behind a mark, is no measure, date or pronoun, no member of a list and does nothing itself ("…, Reuters reports"). */
function isRenaming(reading: Reading, other: GroupIndex): boolean {
  const { doc, clauses } = reading;
  const g = doc.groups[other];
  if (!g || !/^[,(–—-]$/.test(word(reading, markBefore(reading, g)))) return false;
  if (isConversion(reading, g)) return true;
  if (isNoThing(reading, g)) return false;
  if (word(reading, g.end) === ':' || word(reading, g.start - 1).toLowerCase() === 'whose') return false;
  if (
    clauses.nouns[other]?.role?.slot === 'subject' &&
    clauses.predicates[clauses.nouns[other].role.predicate]?.head === g.end
  )
    return false;
  return !goesOn(reading, g);
}

/** The comma, bracket or dash before the group, its owner and its quotation mark. */
function markBefore(reading: Reading, g: Group): number {
  let at = g.start - 1;
  const owner = reading.doc.groups[reading.clauses.nouns[reading.doc.groups.indexOf(g)]?.owner ?? NOWHERE];
  if (owner && owner.end <= g.start) at = owner.start - 1;
  while (/^(?:["“‘']|''|``|officially|formally|formerly|previously|also|locally|or|otherwise)$/.test(word(reading, at)))
    at--;
  return at;
}

/** "[9 km] ([6 miles])" */
const isConversion = ({ doc }: Reading, g: Group): boolean =>
  doc.tokens[g.start - 1]?.text === '(' &&
  doc.morphology[g.start]?.upos === 'NUM' &&
  g.end - g.start > 1 &&
  doc.groups.some((x) => x.end === g.start - 1 && x.end - x.start > 1 && doc.morphology[x.start]?.upos === 'NUM');

const isNoThing = ({ doc }: Reading, g: Group): boolean =>
  (/^(?:PRON|NUM|SYM|ADV|ADJ)$/.test(doc.morphology[g.head]?.upos ?? '') && doc.tokens[g.head]?.text !== 'one') ||
  MEASURES.test(doc.morphology[g.head]?.lemma ?? '') ||
  isTemporal(doc, g);

const MEASURES =
  /^(?:km|kilomet(?:er|re)|mile|met(?:er|re)|feet|foot|inch|yard|hectare|acre|ton|tonne|kg|kilogram|pound|percent|%|cent|dollar|euro|year|month|week|day|hour|minute|people|north|south|east|west|north-?\w+|south-?\w+|matter|way)$/i;

/** "[Omar], his fighters and the people of Darayya", "Kenya, Uganda and Rwanda": a list; "X, the chancellor and party leader" is none. */
function goesOn(reading: Reading, { end }: Group): boolean {
  if (!/^(?:and|or|&)$/.test(word(reading, end).toLowerCase())) return false;
  const next = reading.doc.groups[reading.index.groupFrom(end + 1) ?? NOWHERE];
  return next !== undefined && (reading.doc.morphology[next.start]?.upos !== 'NOUN' || next.start > end + 1);
}

/** The noun of the phrase before the mark that is of the same kind; the nearest of them. */
function renamedBy(reading: Reading, from: GroupIndex, other: GroupIndex): GroupIndex | undefined {
  const g = reading.doc.groups[other];
  if (!g) return undefined;
  const candidates = nounsBefore(reading, markBefore(reading, g));
  const [nearest] = candidates;
  if (nearest === undefined || isLargerPlace(reading, nearest, other)) return undefined;
  if (isConversion(reading, g)) return nearest;
  const fitting = candidates.filter((c) => agree(reading, c, other));
  const kind = kindOf(reading, other);
  const alike = fitting.find((c) => kind !== undefined && kindOf(reading, c) === kind);
  const described = fitting.find((c) => kind === 'person' && isPersonNoun(reading, c));
  const named = fitting[0] === nearest && isNamed(reading, nearest) && !isNamed(reading, other) ? nearest : undefined;
  return alike ?? described ?? named ?? fitting.find((c) => c === from) ?? fitting[0];
}

const isPersonNoun = ({ doc, mentionAt }: Reading, group: GroupIndex): boolean => {
  const mention = mentionAt(doc.groups[group]?.head ?? NOWHERE);
  return mention?.form === 'nominal' && mention.kind === 'person';
};

/** "a base near [Gao], [Mali]": where the place before lies. */
const isLargerPlace = (reading: Reading, nearest: GroupIndex, other: GroupIndex): boolean =>
  [nearest, other].every((group) => isNamed(reading, group)) && isLand(kindOf(reading, other) ?? '');

/** "[the mayor] of [Kharkiv],": the nouns of a phrase that ends there, the last first. */
function nounsBefore(reading: Reading, mark: number): readonly GroupIndex[] {
  const found: GroupIndex[] = [];
  let at = mark - 1;
  while (/^["”’')]$|^''$/.test(word(reading, at))) at--;
  while (found.length < 4) {
    const group = reading.groupAt(at);
    const g = reading.doc.groups[group ?? NOWHERE];
    if (group === undefined || !g || g.kind !== 'noun') break;
    found.push(group);
    if (!/^(?:of|for|to|in|at|on|from|near|with|by|’s|'s|’|')$/.test(word(reading, g.start - 1).toLowerCase())) break;
    at = g.start - 2;
  }
  return found;
}

/** Two names are two things, unless one stands in brackets; of two descriptions the first must be a certain one. */
function agree(reading: Reading, a: GroupIndex, b: GroupIndex): boolean {
  const [ga, gb] = [reading.doc.groups[a], reading.doc.groups[b]];
  if (!ga || !gb || isNoThing(reading, ga)) return false;
  const [nameA, nameB] = [isNamed(reading, a), isNamed(reading, b)];
  const [ka, kb] = [kindOf(reading, a), kindOf(reading, b)];
  if (nameA && nameB) {
    if (isAlias(reading, gb)) return isShort(reading, gb) || !ka || !kb || ka === kb;
    return ka === 'organization' && kb === ka && isSecondName(reading, gb);
  }
  // "Ann Lee, [army] spokeswoman" and "the brigade, [part] of the army" need no article, other nouns do.
  if (!nameB && kb !== 'person' && kb !== 'actor' && word(reading, gb.end) !== 'of' && !isDetermined(reading, gb))
    return false;
  if (ka && kb)
    return (
      ka === kb || (isLand(ka) && isLand(kb)) || ([ka, kb].includes('actor') && [ka, kb].every((k) => ACTING.has(k)))
    );
  // What neither acts nor lies anywhere may describe a name before it, but bears no name of a person.
  if (!nameA && !nameB) return isCertain(reading, ga);
  // "his mentor, Bob Gale", but not "days after the story, Bob Gale …"
  return !nameB || kb !== 'person' || (isCertain(reading, ga) && word(reading, ga.start - 1).toLowerCase() !== 'of');
}

/** In brackets, or after "officially", "also", "or". */
const isAlias = (reading: Reading, { start }: Group): boolean =>
  /^(?:\(|officially|formally|formerly|previously|also|locally|or|otherwise)$/.test(word(reading, start - 1));

/** "the Hashd, [the Popular Mobilisation Forces], said": between marks, and in no list. */
const isSecondName = (reading: Reading, { start, end }: Group): boolean =>
  /^the$/i.test(word(reading, start)) &&
  /^[,)–—-]$/.test(word(reading, end)) &&
  !/^(?:and|or|the)$/i.test(word(reading, end + 1));

/** An abbreviation. */
const isShort = (reading: Reading, { start, end }: Group): boolean =>
  end - start === 1 && /^\p{Lu}{2,}$/u.test(word(reading, start));

const ACTING: ReadonlySet<string> = new Set(['actor', 'person', 'organization']);
const isLand = (kind: string): boolean => kind === 'place' || kind === 'country';

function isNamed(reading: Reading, group: GroupIndex): boolean {
  const head = reading.doc.groups[group]?.head ?? NOWHERE;
  const form = reading.mentionAt(head)?.form;
  return form === 'name' || (form !== 'nominal' && reading.doc.morphology[head]?.upos === 'PROPN');
}

const isCertain = (reading: Reading, g: Group): boolean =>
  /^(?:the|its|their|his|her|this|that)$/i.test(word(reading, g.start)) || /^['’]s?$/.test(word(reading, g.start - 1));
const isDetermined = (reading: Reading, g: Group): boolean =>
  isCertain(reading, g) || /^(?:an?)$/i.test(word(reading, g.start));

/** Kind of what a group stands for; undefined for what neither acts nor lies anywhere. */
function kindOf(reading: Reading, group: GroupIndex): string | undefined {
  const head = reading.doc.groups[group]?.head ?? NOWHERE;
  const mention = reading.mentionAt(head);
  if (PLACE_NOUNS.has(reading.lemma(head)) || reading.lemma(head) === 'capital') return 'place';
  // Who is only described may be one or many: "the rebels' mentor".
  const unknown = mention?.form === 'nominal' && reading.linksOf(mention.id).length === 0;
  return unknown ? 'actor' : mention?.kind;
}
