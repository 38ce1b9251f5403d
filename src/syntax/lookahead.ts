import type { ChunkedDocument } from '../model/document.ts';
import type { Item } from './items.ts';
import { readVerbGroup } from './verb-group.ts';

/** How far a subject and its verb may be apart, in items; more is a different sentence shape. */
const REACH = 14;

/**
 * True when the noun at `at` is the subject of a finite verb: nothing but its own prepositional phrases, an apposition or relative
 * clause between commas, or adverbs stand between them.
 */
export function finiteVerbFollows(doc: ChunkedDocument, items: readonly Item[], at: number): boolean {
  let i = at + 1;
  const stop = Math.min(items.length, at + REACH);
  while (i < stop) {
    const item = items[i];
    if (!item) return false;
    if (item.kind === 'verb') return isVerbOfSubject(doc, items, i);
    if (item.kind === 'noun') {
      if (!isPartOfSubject(doc, items, i)) return false;
      i++;
      continue;
    }
    if (item.text === 'but') return false;
    if (item.role === 'comma') {
      const close = insertionEnd(items, i, stop);
      if (close === undefined) return false;
      i = close + 1;
      continue;
    }
    if (item.role === 'stop' && item.closer !== undefined) {
      i = item.closer + 1;
      continue;
    }
    if (item.role === 'relative' || item.role === 'subordinator' || item.role === 'stop') return false;
    i++;
  }
  return false;
}

/** "expelled two diplomats and [summoned] …": the second verb shares the first one's subject; "villages [held] by rebels" is a participle. */
function isVerbOfSubject(doc: ChunkedDocument, items: readonly Item[], at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  if (item?.kind !== 'verb' || isRole(items[at - 1], 'conjunction')) return false;
  if (next?.kind === 'word' && next.text === 'by' && doc.morphology[item.start]?.xpos === 'VBD') {
    const group = doc.groups[item.group];
    if (group && group.end - group.start === 1 && doc.morphology[group.head]?.upos !== 'AUX') return false;
  }
  return isFiniteGroup(doc, item.group) || isHiddenPast(doc, items, at);
}

/** A second noun before the verb is all right only as a time, or behind a preposition or "and"; not "saw the lake and [they] left". */
function isPartOfSubject(doc: ChunkedDocument, items: readonly Item[], at: number): boolean {
  const item = items[at];
  const before = items[at - 1];
  if (item?.kind !== 'noun') return false;
  if (isRole(before, 'conjunction')) return !/^(?:we|he|she|they|it)$/i.test(doc.tokens[item.start]?.text ?? '');
  return item.temporal || isRole(before, 'preposition');
}

/**
 * True when the noun at `at` has its finite verb before any comma: "Madam Speaker, [Congress] has not failed", "after [the talks] in
 * Cairo ended". What stands before it is no apposition then.
 */
export function verbBeforeComma(doc: ChunkedDocument, items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i < Math.min(items.length, at + REACH); i++) {
    const item = items[i];
    if (item?.kind === 'verb') return finiteVerbFollows(doc, items, at);
    if (isRole(item, 'comma') || isRole(item, 'stop') || isRole(item, 'relative') || isRole(item, 'subordinator'))
      return false;
  }
  return false;
}

/** True when "and" or "or" stands between the noun at `at` and the next verb. */
export function joinedBeforeVerb(items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i < Math.min(items.length, at + REACH); i++) {
    if (items[i]?.kind === 'verb') return false;
    if (isRole(items[i], 'conjunction')) return true;
  }
  return false;
}

/** How far a finite verb may be behind a doubtful one. */
const FAR = 60;

/** True when a finite verb comes later in the sentence, before a semicolon or dash. */
export function finiteVerbLater(doc: ChunkedDocument, items: readonly Item[], from: number): boolean {
  for (let i = from; i < Math.min(items.length, from + FAR); i++) {
    const item = items[i];
    if (item?.kind === 'word' && (item.role === 'stop' || item.role === 'subordinator' || item.role === 'relative'))
      return false;
    if (item?.kind === 'verb' && isFiniteGroup(doc, item.group)) return true;
  }
  return false;
}

/** The comma that ends an apposition or relative clause opened by the comma at `at`. */
function insertionEnd(items: readonly Item[], at: number, stop: number): number | undefined {
  const first = items[at + 1];
  const opens =
    first?.kind === 'noun' || (first?.kind === 'word' && (first.role === 'relative' || first.role === 'preposition'));
  if (!opens) return undefined;
  for (let i = at + 1; i < stop; i++) {
    const item = items[i];
    if (item?.kind === 'word' && item.role === 'comma') return i;
    if (item?.kind === 'word' && (item.role === 'stop' || item.role === 'quote')) return undefined;
  }
  return undefined;
}

/** "until the president promised/VBN aid": a bare participle with an object, and no other verb that could be the finite one. */
function isHiddenPast(doc: ChunkedDocument, items: readonly Item[], at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  const group = item?.kind === 'verb' ? doc.groups[item.group] : undefined;
  if (!group || doc.morphology[group.head]?.xpos !== 'VBN' || doc.morphology[group.start]?.upos === 'AUX') return false;
  if (/(?:en|wn|un|gone|done|called|named|known)$/.test(doc.tokens[group.head]?.text.toLowerCase() ?? '')) return false;
  return next?.kind === 'noun' && !next.temporal && !finiteVerbLater(doc, items, at + 1);
}

function isFiniteGroup(doc: ChunkedDocument, group: number): boolean {
  const g = doc.groups[group];
  return !!g && readVerbGroup(doc, g).words.form === 'finite';
}

/** Items in a list; a longer one is read as a row of nouns. */
const LONGEST_LIST = 120;

/**
 * End of a list "A, B and C" that starts with the noun at `at`: index of its last noun, or `at` when there is none. Only contiguous
 * noun groups with commas and one conjunction count.
 */
export function listEnd(items: readonly Item[], at: number): number {
  let i = at;
  let end = at;
  while (i < Math.min(items.length, at + LONGEST_LIST)) {
    const comma = isRole(items[i + 1], 'comma');
    const conjunction = isRole(items[i + (comma ? 2 : 1)], 'conjunction');
    const next = i + 1 + (comma ? 1 : 0) + (conjunction ? 1 : 0);
    const noun = items[next];
    if ((!comma && !conjunction) || noun?.kind !== 'noun' || noun.temporal) return end;
    i = next;
    if (conjunction) {
      end = i;
      return end;
    }
  }
  return end;
}

const isRole = (item: Item | undefined, role: string): boolean => item?.kind === 'word' && item.role === role;
