import type { ChunkedDocument, Group } from '../model/document.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import type { Predicate } from './clause.ts';
import type { VerbWords } from './drafts.ts';

interface VerbReading {
  readonly words: VerbWords;
  /** A copula or auxiliary alone: what follows decides. */
  readonly copula: boolean;
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'no longer', 'hardly', 'scarcely', 'neither', 'nor']);
const BE_FORMS = new Set([
  'be',
  'am',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  "'s",
  "'re",
  "'m",
  '’s',
  '’re',
  '’m',
]);
const GET_FORMS = new Set(['get', 'gets', 'got', 'gotten', 'getting']);

/**
 * Form, voice, tense, modal and negation of a verb group, read off its auxiliaries.
 * @param apart auxiliaries and negations that stand outside the group ("[Did] they agree?")
 */
export function readVerbGroup(doc: ChunkedDocument, group: Group, apart: readonly TokenIndex[] = []): VerbReading {
  const words = [...apart, ...tokensOf(group)].map((at) => ({
    text: doc.tokens[at]?.text.toLowerCase() ?? '',
    m: doc.morphology[at],
    at,
  }));
  const before = words.filter((w) => w.at < group.head);
  const head = doc.morphology[group.head];
  const xpos = head?.xpos ?? '';
  const modalWord =
    before.find((w) => w.m?.xpos === 'MD') ?? (xpos === 'MD' ? words.find((w) => w.at === group.head) : undefined);
  const aux = before.filter(
    (w) => (w.m?.upos === 'AUX' || w.m?.lemma === 'do' || w.m?.lemma === 'have') && w.m.xpos !== 'MD',
  );
  const toBefore = before.some((w) => w.m?.xpos === 'TO' || w.text === 'to');
  const lastAux = aux.at(-1);
  const passive =
    xpos === 'VBN' &&
    (!lastAux ? !before.some((w) => w.text === 'having') : BE_FORMS.has(lastAux.text) || GET_FORMS.has(lastAux.text));
  const beTo =
    toBefore && aux[0] && BE_FORMS.has(aux[0].text) && aux[0].at < (before.find((w) => w.text === 'to')?.at ?? 0);
  const modal = modalWord ? modalLemma(modalWord.text) : beTo ? 'be to' : undefined;
  const first = aux[0]?.m?.xpos ?? xpos;
  const particle = words.find((w) => w.at > group.head && w.m?.upos !== 'PART')?.text;
  const read = {
    head: group.head,
    span: { start: group.start, end: group.end },
    lemma: head?.lemma.toLowerCase() ?? '',
    form: verbForm({
      xpos,
      hasAux: aux.length > 0,
      toBefore,
      finiteModal: modal !== undefined,
      firstAux: aux[0]?.text ?? '',
      ing: /ing$/.test(doc.tokens[group.head]?.text ?? ''),
    }),
    voice: passive ? ('passive' as const) : ('active' as const),
    tense: tenseOf(first, modal),
    negated: words.some((w) => NEGATIONS.has(w.text)) || isNoLonger(doc, group),
    modal,
    particle,
  };
  return { words: read, copula: head?.upos === 'AUX' };
}

function tenseOf(xpos: string, modal: string | undefined): Predicate['tense'] {
  if (modal === 'will' || modal === 'shall' || modal === 'be to') return 'future';
  if (xpos === 'VBD') return 'past';
  return xpos === 'VBP' || xpos === 'VBZ' ? 'present' : 'none';
}

/** Tokens of a group. */
export const tokensOf = ({ start, end }: Span): TokenIndex[] =>
  Array.from({ length: end - start }, (_, i) => start + i);

function verbForm(v: {
  xpos: string;
  hasAux: boolean;
  toBefore: boolean;
  finiteModal: boolean;
  firstAux: string;
  ing: boolean;
}): Predicate['form'] {
  if (v.finiteModal) return 'finite';
  if (v.toBefore) return 'infinitive';
  if (v.hasAux)
    return v.firstAux === 'being' || v.firstAux === 'having'
      ? 'participle'
      : v.firstAux === 'be'
        ? 'infinitive'
        : 'finite';
  if (v.xpos === 'VBG' || (v.xpos === 'NN' && v.ing)) return 'gerund';
  if (v.xpos === 'VBN') return 'participle';
  if (v.xpos === 'VB') return 'infinitive';
  return 'finite';
}

const modalLemma = (text: string): string =>
  ({ "'ll": 'will', '’ll': 'will', wo: 'will', ca: 'can', "'d": 'would', '’d': 'would' })[text] ?? text;

const isNoLonger = (doc: ChunkedDocument, group: Group): boolean => {
  for (let i = group.start - 2; i < group.head; i++) {
    if (doc.tokens[i]?.text.toLowerCase() === 'no' && doc.tokens[i + 1]?.text.toLowerCase() === 'longer') return true;
  }
  return false;
};
