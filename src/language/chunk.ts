import { datelineLength } from '../base/dateline-words.ts';
import { extend } from '../base/extend.ts';
import type { ChunkedDocument, Group, Morphology, TaggedDocument } from '../model/document.ts';
import { followsDay, isUnwelcome, startsCount, startsDelay, startsGift } from './noun-after-noun.ts';
import { startsTime } from './starts-time.ts';
import {
  isAuxiliary,
  isBe,
  isHiddenGerund,
  isHiddenVerb,
  isMissedVerb,
  isNominal,
  isNominalVerb,
  isPremodifier,
  lower,
  morph,
} from './tag-doubts.ts';
import { standsAsNounInTree } from './tree-hints.ts';

/** Particles inside names: "Staffan de Mistura", "Mohammed bin Salman". */
const NAME_PARTICLES = new Set(
  'de di da do du dos das del della der den van von bin ibn ben bint al el la le ould abu abd ter ten zu y e of'.split(
    ' ',
  ),
);
const QUOTES = new Set(['"', '“', '”', "'", '‘', '’', '``', "''"]);
const VERB_PARTICLES = new Set(
  'up down out off away back over on in together apart through along forward ahead'.split(' '),
);
/** Cuts each sentence into noun and verb groups; tokens between them (prepositions, commas, conjunctions) stay outside. */
export function chunk(doc: TaggedDocument): ChunkedDocument {
  const groups: Group[] = [];
  for (let s = 0; s < doc.sentences.length; s++) {
    const sentence = doc.sentences[s];
    if (!sentence) continue;
    let i = sentence.start;
    // No group reaches over the dash: "NEW YORK - [Kenyan officials]".
    const news = sentence.start + datelineLength(doc.tokens.slice(sentence.start, sentence.end));
    while (i < sentence.end) {
      const limit = i < news ? news : sentence.end;
      const group = verbGroup(doc, i, limit) ?? nounGroup(doc, i, limit);
      if (group) {
        const { kind, start, end, head } = group;
        groups.push({ kind, start, end, head, sentence: s });
        i = end;
      } else i++;
    }
  }
  return extend(doc, { groups });
}

type OpenGroup = Omit<Group, 'sentence'>;

/** `(modal | auxiliary | not | adverb)* (to)? verb particle?`; a lone auxiliary is a copula. */
function verbGroup(doc: TaggedDocument, start: number, limit: number): OpenGroup | undefined {
  let i = start;
  let head = -1;
  let sawTo = false;
  for (; i < limit; i++) {
    const m = morph(doc, i);
    if (!m) break;
    if (m.upos === 'AUX') head = i;
    else if (m.upos === 'PART' && m.xpos === 'TO') {
      // "agreed to meet" is two groups; "is to meet", "have been to" keep the auxiliary with the verb.
      if (head >= 0 && !isBe(doc, head)) break;
      if (!verbFollows(doc, i + 1, limit)) break;
      sawTo = true;
    } else if (m.upos === 'PART' && m.xpos === 'RB') continue;
    else if (m.upos === 'ADV' && m.xpos.startsWith('RB')) {
      if (!verbFollows(doc, i + 1, limit)) break;
    } else if (m.upos === 'VERB') {
      if (isAuxiliary(doc, i, limit)) {
        head = i;
        continue;
      }
      if (isPremodifier(doc, i, start, limit) || isNominalVerb(doc, i)) break;
      return { kind: 'verb', start, end: withParticle(doc, i + 1, limit), head: i };
    } else if (
      (i > start && isHiddenVerb(doc, i, limit)) ||
      (i === start && (isHiddenGerund(doc, i, limit) || isMissedVerb(doc, i, limit)))
    ) {
      return { kind: 'verb', start, end: i + 1, head: i };
    } else break;
  }
  if (head < 0 || sawTo) return undefined;
  // "is not a member", "Did n't they": the negation stays with the lone auxiliary.
  const negated = head + 1 < limit && morph(doc, head + 1)?.upos === 'PART' && morph(doc, head + 1)?.xpos === 'RB';
  return { kind: 'verb', start, end: head + (negated ? 2 : 1), head };
}

/** Looks over adverbs, "not" and auxiliaries for the verb that they belong to. */
function verbFollows(doc: TaggedDocument, from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 4); i++) {
    const m = morph(doc, i);
    if (!m) return false;
    if (m.upos === 'VERB') return !isPremodifier(doc, i, from, limit) && !isNominalVerb(doc, i);
    if (isHiddenVerb(doc, i, limit)) return true;
    if (m.upos === 'AUX') return true;
    if (!(m.upos === 'ADV' || (m.upos === 'PART' && m.xpos !== 'POS'))) return false;
  }
  return false;
}

function withParticle(doc: TaggedDocument, i: number, limit: number): number {
  const m = morph(doc, i);
  if (!m || i >= limit || isUpTo(doc, i)) return i;
  if (m.xpos === 'RP') return i + 1;
  const next = morph(doc, i + 1);
  // "pull out of", "back up": adverb or preposition that another preposition follows.
  if (VERB_PARTICLES.has(lower(doc, i)) && next?.upos === 'ADP' && i + 1 < limit) return i + 1;
  return i;
}

/** "killed [up to ten rebels]": no particle. */
const isUpTo = (doc: TaggedDocument, i: number): boolean =>
  lower(doc, i) === 'up' && lower(doc, i + 1) === 'to' && morph(doc, i + 2)?.upos === 'NUM';

const isStarter = (m: Morphology): boolean =>
  m.upos === 'DET' ||
  m.xpos === 'PRP$' ||
  m.upos === 'ADJ' ||
  isNominal(m) ||
  m.upos === 'SYM' ||
  m.xpos === 'VBN' ||
  m.xpos === 'VBG';

/** `(determiner | possessive)? (adjective | participle | noun | number | hyphen)* noun`, or a pronoun. */
function nounGroup(doc: TaggedDocument, start: number, limit: number): OpenGroup | undefined {
  const first = morph(doc, start);
  if (!first) return undefined;
  if (first.upos === 'PRON' && first.xpos !== 'PRP$' && !/^W/.test(first.xpos) && first.xpos !== 'EX') {
    return { kind: 'noun', start, end: start + 1, head: start };
  }
  if (isCountOpener(doc, start)) return undefined;
  if (isUnwelcome(doc, start)) return { kind: 'noun', start, end: start + 3, head: start + 2 };
  if (
    !isStarter(first) &&
    !isNominalVerb(doc, start) &&
    !(first.upos === 'ADV' && isPremodifiedBy(doc, start + 1, limit))
  )
    return undefined;
  let head = -1;
  let i = start;
  for (; i < limit; i++) {
    const m = morph(doc, i);
    if (!m || (head >= 0 && (startsTime(doc, i, limit) || followsDay(doc, i, start) || isMissedVerb(doc, i, limit))))
      break;
    if (head >= 0 && isUnwelcome(doc, i)) break;
    if (head >= 0 && head === i - 1 && (startsGift(doc, i, start) || startsCount(doc, i) || startsDelay(doc, i))) break;
    if (isNominal(m) || isNominalVerb(doc, i) || isOfficial(doc, i, limit, head)) head = i;
    else if (!extendsNounGroup(doc, i, start, limit, head)) break;
  }
  if (head < 0) return bareModifier(doc, start, limit);
  return { kind: 'noun', start, end: head + 1, head };
}

/** "a customs official/JJ said": these end a noun group when no noun comes behind them. */
function isOfficial(doc: TaggedDocument, i: number, limit: number, head: number): boolean {
  // "to the Thai premier/RB": a noun where the parser needs one.
  if (/^AD[JV]$/.test(morph(doc, i)?.upos ?? '') && head >= 0 && standsAsNounInTree(doc, i)) return true;
  if (morph(doc, i)?.xpos !== 'JJ' || head < 0 || !['official', 'general', 'representative'].includes(lower(doc, i)))
    return false;
  const next = i + 1 < limit ? morph(doc, i + 1) : undefined;
  return !isNominal(next) && next?.upos !== 'ADJ';
}

/** "political [and] territorial autonomy": both adjectives belong to the noun. */
const joinsAdjectives = (doc: TaggedDocument, i: number, limit: number, head: number): boolean =>
  head < 0 &&
  ['and', 'or'].includes(lower(doc, i)) &&
  morph(doc, i - 1)?.upos === 'ADJ' &&
  morph(doc, i + 1)?.upos === 'ADJ' &&
  i + 1 < limit &&
  adjectivesEnd(doc, i + 1, limit);

/** Whether the row of adjectives that starts here ends in a noun. */
function adjectivesEnd(doc: TaggedDocument, from: number, limit: number): boolean {
  for (let i = from; i < Math.min(limit, from + 8); i++) {
    const m = morph(doc, i);
    if (isNominal(m)) return true;
    if (
      !(
        m?.upos === 'ADJ' ||
        lower(doc, i) === ',' ||
        lower(doc, i) === 'and' ||
        lower(doc, i) === 'or' ||
        m?.xpos === 'HYPH'
      )
    )
      return false;
  }
  return false;
}

const nominalSoon = (doc: TaggedDocument, i: number, limit: number): boolean =>
  i < limit &&
  (isNominal(morph(doc, i)) || (i + 1 < limit && morph(doc, i)?.upos === 'ADJ' && isNominal(morph(doc, i + 1))));

const isPremodifiedBy = (doc: TaggedDocument, i: number, limit: number): boolean => {
  const m = morph(doc, i);
  // "granted [more/RBR autonomy]"
  const isMore = ['more', 'less', 'fewer'].includes(lower(doc, i - 1));
  return i < limit && !!m && (m.upos === 'ADJ' || m.upos === 'NUM' || (isMore && m.upos === 'NOUN'));
};

/** "supports Senegal/JJ": an adjective with a capital that nothing follows for it to qualify. */
function isNameTaggedAdjective(doc: TaggedDocument, i: number, limit: number): boolean {
  const before = morph(doc, i - 1);
  if (morph(doc, i)?.xpos !== 'JJ' || !/^[A-Z][a-z]/.test(doc.tokens[i]?.text ?? '')) return false;
  if (!before || !['VERB', 'ADP', 'CCONJ', 'SCONJ'].includes(before.upos) || morph(doc, i - 2)?.upos === 'ADJ')
    return false;
  const next = i + 1 < limit ? morph(doc, i + 1) : undefined;
  return !next || (['PUNCT', 'ADP', 'AUX', 'VERB', 'PART', 'SCONJ'].includes(next.upos) && next.xpos !== 'HYPH');
}

/** "these", "both", "the wounded": a group without a noun. */
function bareModifier(doc: TaggedDocument, start: number, limit: number): OpenGroup | undefined {
  const first = morph(doc, start);
  if (!first) return undefined;
  const next = morph(doc, start + 1);
  if (isNameTaggedAdjective(doc, start, limit)) return { kind: 'noun', start, end: start + 1, head: start };
  if (first.upos === 'DET' && first.xpos !== 'WDT' && next?.upos === 'ADJ' && start + 1 < limit) {
    return { kind: 'noun', start, end: start + 2, head: start + 1 };
  }
  // "[most] of the curbs", "[many] of the men"
  if (
    first.upos === 'ADJ' &&
    ['most', 'many', 'several', 'few'].includes(lower(doc, start)) &&
    lower(doc, start + 1) === 'of'
  )
    return { kind: 'noun', start, end: start + 1, head: start };
  return ['both', 'these', 'those', 'this', 'that', 'all', 'some', 'many', 'others'].includes(lower(doc, start)) &&
    first.upos === 'DET'
    ? { kind: 'noun', start, end: start + 1, head: start }
    : undefined;
}

/** "at [least] two people", "as [many] as 50": the count starts behind these words. */
const isCountOpener = (doc: TaggedDocument, i: number): boolean =>
  (lower(doc, i - 1) === 'at' && ['least', 'most'].includes(lower(doc, i))) ||
  (lower(doc, i - 1) === 'as' && lower(doc, i + 1) === 'as');

/** "state-of-the-art", "daughter-in-law", "hard-hitting": words that hyphens hold together without a space. */
function isHyphenated(doc: TaggedDocument, i: number, limit: number): boolean {
  const glued = (a: number): boolean => doc.tokens[a]?.end === doc.tokens[a + 1]?.start;
  const isHyphen = (a: number): boolean => lower(doc, a) === '-';
  if (isHyphen(i)) return i + 1 < limit && glued(i - 1) && glued(i);
  return isHyphen(i - 1) && glued(i - 1) && glued(i - 2) && morph(doc, i)?.upos !== 'PUNCT';
}

function extendsNounGroup(doc: TaggedDocument, i: number, start: number, limit: number, head: number): boolean {
  if (i > start && isHyphenated(doc, i, limit)) return true;
  const m = morph(doc, i);
  const next = morph(doc, i + 1);
  const before = morph(doc, i - 1);
  if (!m) return false;
  const nextNominal = i + 1 < limit && (isNominal(next) || next?.upos === 'ADJ');
  if (m.upos === 'DET' || m.xpos === 'PRP$') return i === start || (i === start + 1 && before?.upos === 'DET');
  if (m.upos === 'ADJ' || m.upos === 'SYM') return head < 0 || nextNominal || next?.xpos === 'HYPH';
  if (m.upos === 'VERB')
    return (m.xpos === 'VBN' || m.xpos === 'VBG') && nextNominal && (head < 0 || before?.xpos === 'HYPH');
  if (m.upos === 'ADV')
    return (
      (head < 0 || before?.upos === 'NUM') &&
      isPremodifiedBy(doc, i + 1, limit) &&
      (head < 0 || nominalSoon(doc, i + 2, limit))
    );
  if (m.upos === 'CCONJ') return joinsAdjectives(doc, i, limit, head);
  if (m.xpos === 'HYPH' || lower(doc, i) === '-' || lower(doc, i) === '–')
    return head >= 0 ? nextNominal || next?.upos === 'VERB' : true;
  if (m.upos === 'PUNCT') {
    if (QUOTES.has(lower(doc, i))) return head < 0 && i > start && i + 1 < limit;
    return (
      lower(doc, i) === ',' &&
      before?.upos === 'ADJ' &&
      next?.upos === 'ADJ' &&
      head < 0 &&
      adjectivesEnd(doc, i + 1, limit)
    );
  }
  return (
    NAME_PARTICLES.has(lower(doc, i)) && lower(doc, i) !== 'of' && before?.upos === 'PROPN' && next?.upos === 'PROPN'
  );
}
