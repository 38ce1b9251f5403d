import { datelineWords } from '../base/dateline-words.ts';
import { hasFinite, mendFinite } from './finite-verb.ts';
import { foldParse, toSentence } from './headline-sentence.ts';
import { mendHeadline } from './mend-headline.ts';
import type { SentenceParse, TaggedSentence } from './parse.ts';
import type { Tag } from './tag.ts';
import { foldReport, splitReport } from './trailing-report.ts';

/** What the parser reads in place of a sentence, and how the trees of that become the tree of the sentence. */
export interface Prepared {
  readonly reads: readonly TaggedSentence[];
  /** @param parses parallel to `reads` */
  readonly finish: (parses: readonly SentenceParse[]) => SentenceParse;
}

/** A dateline derails the parser: the tree begins behind it, and its words hang loosely on the root. */
export function prepare(forms: readonly string[], tags: readonly Tag[]): Prepared {
  const skip = datelineWords(forms);
  if (skip === 0) return prepareForms(forms, tags);
  const { reads, finish } = prepareForms(forms.slice(skip), tags.slice(skip));
  const before = forms.slice(0, skip);
  return {
    reads,
    finish(parses) {
      const found = finish(parses);
      const heads = found.heads.map((head) => head + skip);
      const root = heads.findIndex((head, i) => head === i + skip) + skip;
      return {
        heads: [...before.map(() => root), ...heads],
        deprels: [...before.map(() => 'dep'), ...found.deprels],
        tags: [...tags.slice(0, skip), ...found.tags],
      };
    },
  };
}

/** A headline is parsed as the sentence that it stands for, a report apart from who made it. */
function prepareForms(forms: readonly string[], tags: readonly Tag[]): Prepared {
  const headline = prepareHeadline(forms, tags) ?? prepareVerbless(forms, tags);
  if (headline) return headline;
  const parts = splitReport(forms, tags);
  if (!parts) return prepareSentence(forms, tags);
  const main = prepareSentence(parts.main.forms, parts.main.tags);
  const comma = tags[parts.main.forms.length - 1] as Tag;
  return {
    reads: [...main.reads, parts.tail],
    finish: (parses) => foldReport(main.finish(parses.slice(0, -1)), parses.at(-1) as SentenceParse, comma),
  };
}

function prepareHeadline(forms: readonly string[], tags: readonly Tag[]): Prepared | undefined {
  const sentence = toSentence(forms, tags);
  return (
    sentence &&
    whole(sentence, (parse) => {
      const folded = foldParse(parse, sentence);
      return { ...folded, tags: mendHeadline(forms, folded.tags) };
    })
  );
}

/** "Turkey bombs/NNS Kurdish positions.": a sentence in which no verb was found is read as a headline is, where that finds one. */
function prepareVerbless(forms: readonly string[], tags: readonly Tag[]): Prepared | undefined {
  const end = forms.length - 1;
  const stop = tags[end];
  if (forms[end] !== '.' || stop === undefined || hasFinite(mendFinite(forms, tags))) return undefined;
  const words = forms.slice(0, end);
  const mended = mendHeadline(words, tags.slice(0, end));
  const isFound = mended.some((tag, i) => hasFinite([tag]) && /^(?:NN|JJ|VB)/.test(tags[i]?.xpos ?? ''));
  const headline = isFound ? prepareHeadline(words, mended) : undefined;
  return (
    headline && {
      reads: headline.reads,
      finish(parses) {
        const { heads, deprels, tags: found } = headline.finish(parses);
        const root = heads.findIndex((head, i) => head === i);
        return { heads: [...heads, root], deprels: [...deprels, 'punct'], tags: [...found, stop] };
      },
    }
  );
}

function prepareSentence(forms: readonly string[], tags: readonly Tag[]): Prepared {
  const mended = mendFinite(forms, tags);
  const isMended = (tag: Tag, i: number): boolean => mended[i] !== tags[i] && !/^VB[DPZ]?$/.test(tag.xpos);
  return whole({ forms, tags: mended }, (parse) =>
    mended === tags ? parse : { ...parse, tags: parse.tags.map((t, i) => (isMended(t, i) ? (mended[i] ?? t) : t)) },
  );
}

const whole = (read: TaggedSentence, finish: (parse: SentenceParse) => SentenceParse): Prepared => ({
  reads: [read],
  finish: ([parse]) => finish(parse as SentenceParse),
});
