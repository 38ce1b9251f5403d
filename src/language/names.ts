import { extend } from '../base/extend.ts';
import type { NamedDocument, NameSpan, TaggedDocument } from '../model/document.ts';
import { hashString } from './hash.ts';
import { checkAgainstManifest } from './model-file.ts';
import { agree, type FoundName } from './name-agreement.ts';
import { createDecoder, type ScoredSpan } from './name-decoder.ts';
import { nameSentence, nameWord } from './name-features.ts';
import { isListed, type NameGazetteer, type SentenceMarks } from './name-gazetteer.ts';
import { NAME_KINDS } from './name-labels.ts';
import { type NameModel, type NamesManifest, parseNameModel } from './name-model.ts';
import type { Tag } from './tag.ts';
import { createWordCache } from './word-cache.ts';

/** Finds proper names. Pure: the same words and tags give the same names. */
export interface NameFinder {
  /** @param tags parallel to `forms` */
  namesOf(forms: readonly string[], tags: readonly Pick<Tag, 'xpos'>[]): readonly ScoredSpan[];
}

/**
 * Makes a finder from the bytes of `data/models/en/names.bin`, its manifest and the lists by which it was trained.
 * @throws ModelError when the file is damaged, of another format, or not the one that the manifest describes
 */
export function loadNames(weights: Uint8Array, manifest: NamesManifest, gazetteer: NameGazetteer): NameFinder {
  checkAgainstManifest(weights, manifest, 'names');
  return createNameFinder(parseNameModel(weights), gazetteer);
}

/** A finder without the check against a manifest; see `loadNames`. */
export function createNameFinder(model: NameModel, gazetteer: NameGazetteer): NameFinder {
  const decode = createDecoder(model);
  const look = createWordCache(nameWord);
  const hashOf = createWordCache(hashString);
  return {
    namesOf(forms, tags) {
      const hashes = Int32Array.from(tags, ({ xpos }) => hashOf(xpos));
      const read = forms.map(look);
      const marks = gazetteer.mark(forms);
      return decode(nameSentence(forms, read, hashes, marks)).filter((name) => isLikely(name, marks));
    },
  };
}

/** Places that are on no list and no surer than this are more often wrong than right on GUM's development part; other kinds are not. */
const LEAST_PLACE = 1;
const PLACE = NAME_KINDS.indexOf('place');

const isLikely = ({ kind, margin, start, end }: ScoredSpan, marks: SentenceMarks): boolean =>
  kind !== PLACE ||
  margin >= LEAST_PLACE ||
  (['country', 'city', 'place'] as const).some((mark) => isListed(marks, start, end, mark));

/** Adds the proper names of a document: sentence by sentence, then made to agree with each other across the document. */
export function findNames(doc: TaggedDocument, finder: NameFinder): NamedDocument {
  const found = doc.sentences.flatMap(({ start, end }): FoundName[] => {
    const forms = doc.tokens.slice(start, end).map((token) => token.text);
    return finder.namesOf(forms, doc.morphology.slice(start, end)).map((name) => ({
      ...name,
      start: name.start + start,
      end: name.end + start,
    }));
  });
  const names = agree(doc, found).map(
    ({ start, end, kind, margin }): NameSpan => ({
      start,
      end,
      kind: NAME_KINDS[kind] ?? 'misc',
      margin: Math.round(margin * 100) / 100,
    }),
  );
  return extend(doc, { names });
}
