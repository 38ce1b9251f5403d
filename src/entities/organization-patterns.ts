import { isCapitalized } from '../base/fold-name.ts';
import type { Sector } from '../model/entity.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import { lemmaOf, type TextView, uposOf, xposOf } from './text-view.ts';

/** What the last (or, before "of", the first) word of a body's name says about it. */
export interface BodyWord {
  readonly subkind: string;
  readonly sector: Sector;
}

const body = (subkind: string, sector: Sector, words: string): [string, BodyWord][] =>
  words.split(' ').map((w) => [w, { subkind, sector }]);

const BODY_WORDS: ReadonlyMap<string, BodyWord> = new Map([
  ...body('party', 'PTY', 'party'),
  ...body('armed-group', 'REB', 'front brigade brigades militia battalion battalions phalange'),
  ...body('movement', 'SOC', 'movement campaign league'),
  ...body('army', 'MIL', 'army navy corps forces force guard guards fleet regiment command'),
  ...body('ministry', 'GOV', 'ministry department directorate secretariat office cabinet administration chancellery'),
  ...body('agency', 'GOV', 'agency authority bureau service services commission committee council board'),
  ...body('court', 'JUD', 'court tribunal'),
  ...body('parliament', 'LEG', 'parliament assembly congress senate duma legislature majlis'),
  ...body('university', 'EDU', 'university college institute academy school center centre'),
  ...body(
    'company',
    'BUS',
    'corp corporation company ltd inc plc gmbh group holdings airlines airways industries motors oil petroleum gas energy technologies',
  ),
  ...body('bank', 'BUS', 'bank'),
  ...body(
    'ngo',
    'NGO',
    'foundation association society organization organisation observatory fund crescent cross watch charity trust',
  ),
  ...body('newspaper', 'JRN', 'times post herald tribune journal gazette newspaper chronicle'),
  ...body('broadcaster', 'JRN', 'tv television radio news network channel'),
  ...body('alliance', 'IGO', 'union alliance coalition federation confederation community'),
  ...body('religious', 'REL', 'church'),
]);
/** Words that open a name with "of" or "for": "University of …". */
const OPENERS = new Set(
  (
    'ministry department bank university party front movement union council institute academy office court chamber house organization organisation ' +
    'association army voice agency authority bureau committee commission league federation confederation center centre college school society ' +
    'congress assembly board church directorate'
  ).split(' '),
);
const INNER = new Set(['of', 'for', 'and', 'the', '&', 'on', 'de', 'la', 'al', 'to', "'s"]);

/** What a noun says of the body that it names; undefined for other nouns. */
export const bodyWord = (lemma: string): BodyWord | undefined => BODY_WORDS.get(lemma);

export interface BodyName extends BodyWord {
  readonly span: Span;
  readonly head: TokenIndex;
}

const isNameWord = (view: TextView, i: TokenIndex): boolean => {
  const word = view.words[i] ?? '';
  return isCapitalized(word) && /\p{L}/u.test(word) && uposOf(view, i) !== 'PRON' && xposOf(view, i) !== 'DT';
};

/**
 * An unknown body whose name starts at the token: capitalised words that end in a body word ("Horn Relief Agency"), or a body word with
 * "of" or "for" and capitalised words ("University of Derna"). Undefined in sentences written in capitals, where every word looks like a name.
 */
export function bodyNameAt(
  view: TextView,
  start: TokenIndex,
  limit: TokenIndex,
  titleCase: boolean,
): BodyName | undefined {
  if (titleCase || !isNameWord(view, start) || view.lower[start + 1] === 'the') return undefined;
  let end = start;
  let last: { at: TokenIndex; word: BodyWord } | undefined;
  for (let i = start; i < limit; i++) {
    if (isNameWord(view, i)) {
      end = i + 1;
      const word = BODY_WORDS.get(lemmaOf(view, i)) ?? BODY_WORDS.get(view.lower[i] ?? '');
      if (word) last = { at: i, word };
      continue;
    }
    const hyphen = view.words[i] === '-' && isNameWord(view, i + 1);
    const inner = INNER.has(view.lower[i] ?? '') && innerContinues(view, start, i, limit);
    if (!hyphen && !inner) break;
  }
  const opener = BODY_WORDS.get(view.lower[start] ?? '') ?? { subkind: 'agency', sector: 'GOV' };
  if (OPENERS.has(view.lower[start] ?? '') && /^(of|for)$/.test(view.lower[start + 1] ?? '') && end > start + 2) {
    return { ...opener, span: { start, end }, head: start };
  }
  if (!last || last.at === start) return undefined;
  const of = /^(of|for)$/.test(view.lower[last.at + 1] ?? '') && end > last.at + 2;
  return { ...last.word, span: { start, end: of ? end : last.at + 1 }, head: last.at };
}

/** Bodies that are called after what they are in charge of. */
const FIELDS = /^(?:ministry|department|directorate|committee|commission|council|board|office|agency)$/;

/** "of", "for", "and" stay inside when a body word came before and a capitalised word follows. */
function innerContinues(view: TextView, start: TokenIndex, at: TokenIndex, limit: TokenIndex): boolean {
  const word = view.lower[at] ?? '';
  if (word === "'s") return false;
  let next = at + 1;
  if (view.lower[next] === 'the') next++;
  if (next >= limit || !isNameWord(view, next)) return false;
  if (word === 'of' || word === 'for' || word === 'on')
    return BODY_WORDS.has(view.lower[at - 1] ?? '') || OPENERS.has(view.lower[at - 1] ?? '');
  if (word === 'and' || word === '&') {
    // "the Oil and Energy Ministry".
    if (
      at === start + 1 &&
      /^(?:the|['’]s)$/.test(view.lower[start - 1] ?? '') &&
      FIELDS.test(view.lower[at + 2] ?? '')
    )
      return true;
    // "Ministry of Trade and Industry", but not "the Foreign Ministry and Iran".
    const opened = OPENERS.has(view.lower[start] ?? '') && /^(of|for)$/.test(view.lower[start + 1] ?? '');
    return (
      view.lower[at + 1] !== 'the' &&
      opened &&
      !BODY_WORDS.has(view.lower[at - 1] ?? '') &&
      xposOf(view, next) !== 'NNPS' &&
      at > start + 2
    );
  }
  return word === 'de' || word === 'la' || word === 'al' || word === '&' || word === 'the';
}

const PLACE_WORDS = new Set(
  'province city airport river strait governorate district island islands mountains valley peninsula desert port bay lake region county oblast refinery dam crossing barrage airbase bridge heights'.split(
    ' ',
  ),
);
const PLACE_OPENERS = new Set('mount lake cape gulf strait port camp fort'.split(' '));

/** An unknown place whose name starts at the token: "Idlib province", "Mitiga Airport", "Mount Sannine". */
export function placeNameAt(view: TextView, start: TokenIndex, limit: TokenIndex): Span | undefined {
  if (!isNameWord(view, start) || !/^NNPS?$/.test(xposOf(view, start))) return undefined;
  if (
    PLACE_OPENERS.has(view.lower[start] ?? '') &&
    start + 1 < limit &&
    isNameWord(view, start + 1) &&
    !/^(?:of|wars?|states?|crisis|stream)$/.test(view.lower[start + 1] ?? '')
  ) {
    return { start, end: start + 2 };
  }
  let i = start;
  while (i < limit && isNameWord(view, i)) {
    if (i > start && PLACE_WORDS.has(view.lower[i] ?? '')) return { start, end: i + 1 };
    i++;
  }
  return i > start && i < limit && PLACE_WORDS.has(view.lower[i] ?? '') && uposOf(view, i) !== 'VERB'
    ? { start, end: i + 1 }
    : undefined;
}
