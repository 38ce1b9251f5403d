import { createEntityFinder, type EntityLayer } from '../../src/entities/find.ts';
import type { ArticleFields } from '../support/doc.ts';
import type { TestReader } from '../support/read.ts';

/** What the finder says of a text, asked for by the words of a mention. */
export interface Found {
  readonly layer: EntityLayer;
  /** Entities of the mention with these words; the n-th of several. Countries without their prefix. */
  readonly of: (words: string, nth?: number) => string[] | undefined;
  readonly use: (words: string, nth?: number) => string | undefined;
  readonly sector: (words: string) => string | undefined;
  /** Ids of the entities that the gazetteer does not know. */
  readonly own: readonly string[];
}

export type Find = (text: string, fields?: ArticleFields) => Found;

export function createFind(reader: TestReader): Find {
  const finder = createEntityFinder(reader.knowledge);
  return (text, fields = {}) => {
    const { doc, clauses } = reader.read(text, fields);
    const layer = finder.find(doc, clauses);
    const named = (words: string, nth = 0) =>
      layer.mentions.filter(
        (m) => text.slice(doc.tokens[m.span.start]?.start, doc.tokens[m.span.end - 1]?.end) === words,
      )[nth];
    return {
      layer,
      of: (words, nth) => {
        const m = named(words, nth);
        return m && layer.links.filter((l) => l.mention === m.id).map((l) => l.entity.replace('country:', ''));
      },
      use: (words, nth) => named(words, nth)?.use,
      sector: (words) => named(words)?.sector,
      own: layer.entities.filter((e) => !e.known).map((e) => e.id),
    };
  };
}
