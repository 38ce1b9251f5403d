import type { Morphology, TaggedDocument } from '../model/document.ts';
import { describesPeople } from './describing-participles.ts';
import {
  hasSubjectBefore,
  isFiniteInTree,
  isGerundInTree,
  isModifierInTree,
  isNounAfterVerb,
  standsAsNounInTree,
} from './tree-hints.ts';

// Where a word stands says more than its tag: places where a noun is taken for a verb or the other way round.

export const morph = (doc: TaggedDocument, i: number): Morphology | undefined => doc.morphology[i];
export const lower = (doc: TaggedDocument, i: number): string => doc.tokens[i]?.text.toLowerCase() ?? '';

/** Participles that stand before a noun far more often than they take one: "identified remaining gaps". */
const ADJECTIVAL = new Set(
  (
    'remaining existing ongoing growing rising increasing increased continuing continued alleged suspected renewed reported proposed planned armed united ' +
    'visiting incoming outgoing neighbouring neighboring warring rival ruling leading surviving limited unprecedented disputed occupied besieged displaced ' +
    'wounded retired detained imprisoned jailed exiled combined so-called unidentified unnamed sustained heightened strengthened advanced experienced'
  ).split(' '),
);
/** Those that are as often verbs. */
const MAY_TAKE_OBJECT = new Set(['visiting', 'leading', 'continuing', 'increasing']);
/** Nouns in -ing that stand before other nouns as such: "for training courses". */
const NAMED_ACTIONS = new Set(
  (
    'training housing building meeting mining fighting peacekeeping banking planning trading shipping landing funding opening closing shopping hearing ' +
    'monitoring voting ruling operating bargaining warning fishing manufacturing engineering processing nothing something anything everything king morning ' +
    'evening spring string thing being human-trafficking trafficking smuggling boarding farming drilling gambling testing polling breeding parking pricing ' +
    'learning teaching writing marketing drinking living racing swimming advertising broadcasting lending accounting beijing'
  ).split(' '),
);
/** Nouns before which a word in -ing is part of the name: "over spying claims". */
const COMPOUND_HEADS = new Set(
  (
    'claims charges allegations accusations reports plans talks efforts operations programs programmes campaigns rights issues concerns rules laws measures ' +
    'groups companies costs conditions practices activities exercises deals agreements purposes reasons'
  ).split(' '),
);
/** Auxiliaries that UD writes AUX, and semi-auxiliaries that stay verbs. */
const BE = new Set(['be', "'s", "'re", "'m"]);

export const isBe = (doc: TaggedDocument, i: number): boolean =>
  BE.has(morph(doc, i)?.lemma ?? '') || BE.has(lower(doc, i));
/** "have fought", "did spend": a tagger that calls the first word a verb before such a form means the auxiliary. */
export function isAuxiliary(doc: TaggedDocument, i: number, limit: number): boolean {
  const next = i + 1 < limit ? morph(doc, i + 1)?.xpos : undefined;
  const lemma = morph(doc, i)?.lemma;
  return (lemma === 'have' && next === 'VBN') || (lemma === 'do' && next === 'VB');
}

/** "joint military exercises/VBZ", "the United/NNP Nations": a noun whatever the tagger says. */
export function isNominalVerb(doc: TaggedDocument, i: number): boolean {
  const m = morph(doc, i);
  if (m?.upos !== 'VERB' && m?.upos !== 'AUX') return false;
  if (m.xpos.startsWith('NN') || standsAsNounInTree(doc, i)) return true;
  if (isNounAfterVerb(doc, i)) return true;
  if (isFiniteInTree(doc, i)) return false;
  // "Human Rights Watch/VB 's director"
  if (m.upos === 'VERB' && morph(doc, i + 1)?.xpos === 'POS') return true;
  const before = i > 0 ? morph(doc, i - 1) : undefined;
  // "There was fighting/VBG between …"
  if (m.xpos === 'VBG') {
    const existential = isBe(doc, i - 1) && morph(doc, i - 2)?.xpos === 'EX';
    return existential || (NOUNS_IN_ING.has(lower(doc, i)) && isSubjectWord(doc, i));
  }
  if (m.xpos !== 'VBZ') return false;
  if (NOUNS_IN_S.has(lower(doc, i)) && isSubjectWord(doc, i)) return true;
  return (before?.upos === 'ADJ' && before.xpos === 'JJ' && !isBe(doc, i)) || lower(doc, i - 1) === 'member';
}

/** Plurals that the tagger takes for verbs: "said that talks/VBZ with Sudan would resume". */
const NOUNS_IN_S = new Set(
  'talks strikes airstrikes attacks clashes troops forces reports ties plans moves tests claims sanctions protests raids exercises bombings exports states'.split(
    ' ',
  ),
);

/** "Fighting/VBG between the army and the rebels broke out". */
const NOUNS_IN_ING = new Set(['fighting', 'shelling', 'bombing', 'rioting', 'looting', 'bargaining', 'infighting']);

/** Opens a clause, has a preposition behind it and a finite verb after that. */
function isSubjectWord(doc: TaggedDocument, i: number): boolean {
  const before = morph(doc, i - 1);
  if (before && before.upos !== 'SCONJ' && before.upos !== 'PUNCT' && lower(doc, i - 1) !== 'that') return false;
  if (morph(doc, i + 1)?.upos !== 'ADP') return false;
  for (let k = i + 2; k < i + 9; k++) {
    const m = morph(doc, k);
    if (!m || m.upos === 'PUNCT') return false;
    if (m.upos === 'AUX' || m.xpos === 'VBD' || m.xpos === 'VBZ' || m.xpos === 'VBP') return true;
  }
  return false;
}

/** Verbs that are adjectives too: "to free/JJ the hostages". */
const ADJECTIVES_TOO = new Set('free open clear secure complete separate calm welcome empty'.split(' '));

/** "to visit/NN the border", "are undergoing/NN trial": an infinitive or participle that was tagged as a noun. */
export function isHiddenVerb(doc: TaggedDocument, i: number, limit: number): boolean {
  const tag = morph(doc, i)?.xpos;
  if (tag !== 'NN' && !(tag === 'JJ' && ADJECTIVES_TOO.has(lower(doc, i)) && morph(doc, i - 1)?.xpos === 'TO'))
    return false;
  const next = i + 1 < limit ? morph(doc, i + 1) : undefined;
  const opensNoun =
    next?.upos === 'DET' || next?.xpos === 'PRP$' || next?.xpos === 'NNP' || (tag === 'JJ' && next?.upos === 'NUM');
  if (morph(doc, i - 1)?.xpos === 'TO') return opensNoun;
  return isBe(doc, i - 1) && /ing$/.test(lower(doc, i)) && (opensNoun || isNominal(next));
}

/** "accused of bombing/NN hospitals": a gerund that was tagged as a noun. */
export function isHiddenGerund(doc: TaggedDocument, i: number, limit: number): boolean {
  const word = lower(doc, i);
  if (morph(doc, i)?.xpos !== 'NN' || !/.ing$/.test(word) || i + 1 >= limit || NAMED_ACTIONS.has(word)) return false;
  const before = morph(doc, i - 1);
  const next = morph(doc, i + 1);
  if (before?.upos !== 'ADP' && before?.upos !== 'SCONJ') return false;
  if (COMPOUND_HEADS.has(lower(doc, i + 1))) return false;
  return next?.upos === 'DET' || next?.xpos === 'PRP$' || next?.xpos === 'NNS' || next?.xpos === 'NNP';
}

const DESCRIBING = new Set(
  'visiting ruling outgoing incoming exiled ousted deposed jailed detained touring warring retired wounded armed'.split(
    ' ',
  ),
);
const PASTS = new Set('shot hit cut met led lent sent fought held struck fled won lost bought sold spent'.split(' '));

/** Present forms that are plural nouns too: "Russia backs/NNS Serbia". */
const PRESENTS = new Set(
  (
    'accuses aids aims arms arrests attacks backs blames bombs calls claims cuts demands doubts ends faces fears fires frees halts hits honours honors hosts ' +
    'leaves links moves names offers orders pardons plans pledges praises protests raids recalls sanctions seeks shells signs slams strikes summons supports ' +
    'talks targets threatens urges visits votes vows warns welcomes wins'
  ).split(' '),
);

/** A verb that the tagger takes for a noun, between the noun that does it and what it is done to, or joined by another past form. */
export function isMissedVerb(doc: TaggedDocument, i: number, limit: number): boolean {
  const tag = morph(doc, i)?.xpos;
  const before = morph(doc, i - 1)?.xpos ?? '';
  const next = i + 1 < limit ? morph(doc, i + 1) : undefined;
  if (tag === 'NNS')
    return (
      before === 'NNP' &&
      (hasSubjectBefore(doc, i) || (PRESENTS.has(lower(doc, i)) && (next?.xpos === 'NNP' || next?.upos === 'DET')))
    );
  // "gunmen shot/NN and killed".
  const joined = next?.upos === 'CCONJ' && i + 2 < limit && morph(doc, i + 2)?.xpos === 'VBD';
  return tag === 'NN' && joined && PASTS.has(lower(doc, i)) && /^NNP?S$/.test(before);
}

const MODIFIED = /^(?:DET|ADV|ADJ|NUM)$/;

/** "a striking example", "the reported attack": a participle between determiner or adjective and noun belongs to the noun group. */
export function isPremodifier(doc: TaggedDocument, i: number, start: number, limit: number): boolean {
  const m = morph(doc, i);
  if (!m || !(m.xpos === 'VBG' || m.xpos === 'VBN')) return false;
  const next = morph(doc, i + 1);
  if (!next || i + 1 >= limit || !['NOUN', 'PROPN', 'ADJ'].includes(next.upos)) return false;
  if (describesPeople(doc, i, limit)) return true;
  // "succeeded in [visiting] Bahrain"
  if (MAY_TAKE_OBJECT.has(lower(doc, i)) && isGerundInTree(doc, i)) return false;
  // Behind a noun or a preposition it is a verb more often, whatever the parser makes of it: "Finland voiced alarm", "for cutting aid".
  if (isModifierInTree(doc, i) && MODIFIED.test(morph(doc, i - 1)?.upos ?? '')) return true;
  if (i > start)
    return (
      m.xpos === 'VBN' &&
      next.upos === 'NOUN' &&
      morph(doc, start)?.upos === 'ADV' &&
      i === start + 1 &&
      takesNoVerb(doc, start - 1)
    );
  if (m.xpos === 'VBN' && next.upos === 'NOUN' && takesNoVerb(doc, isParticle(doc, i - 1) ? i - 2 : i - 1)) return true;
  const before = morph(doc, i - 1);
  // "sued visiting Saudi prince Turki": who he is, not what was done.
  if (before?.upos === 'VERB' && DESCRIBING.has(lower(doc, i))) return true;
  if (ADJECTIVAL.has(lower(doc, i)) && next.upos !== 'ADJ' && before?.upos !== 'NOUN') return true;
  return (
    !!before &&
    (before.upos === 'DET' ||
      before.xpos === 'PRP$' ||
      before.xpos === 'POS' ||
      before.upos === 'ADJ' ||
      before.upos === 'NUM' ||
      before.xpos === 'HYPH')
  );
}

/** "gave back [seized farms]" */
const isParticle = (doc: TaggedDocument, i: number): boolean =>
  morph(doc, i)?.xpos === 'RP' ||
  (/^(?:back|over|up|out|off|down)$/.test(lower(doc, i)) && morph(doc, i)?.upos === 'ADV');

/** Behind a full verb or a preposition a past participle with a noun after it can only be part of that noun's group: "using [iodised salt]". */
function takesNoVerb(doc: TaggedDocument, i: number): boolean {
  const m = morph(doc, i);
  if (m?.upos === 'VERB') return !['have', 'get', 'be', 'do'].includes(m.lemma) && m.xpos !== 'VBN';
  return m?.upos === 'ADP' && m.xpos === 'IN' && lower(doc, i) !== 'as';
}

export const isNominal = (m: Morphology | undefined): boolean =>
  !!m &&
  m.lemma !== 'guilty' &&
  (m.upos === 'NOUN' || m.upos === 'PROPN' || m.upos === 'NUM' || m.xpos === 'NNP' || m.xpos === 'NNPS');
