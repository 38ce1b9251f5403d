import { hash64 } from '../base/hash.ts';
import type { Article } from '../model/article.ts';
import { isDay } from './days.ts';
import { ItemError, type JsonItem, optionalString, stringField } from './jsonl-command.ts';

/** Larger texts are refused, as they are from files. */
const LONGEST_TEXT = 5_000_000;

/**
 * The article of an item, its text exactly as given, because offsets of the answer point into it. Composed (NFC) only where that moves no offset.
 * @throws ItemError
 */
export function itemArticle(item: JsonItem, warn: (code: string, message: string) => void): Article {
  const given = stringField(item, 'text');
  if (given.length > LONGEST_TEXT)
    throw new ItemError(`the text has ${given.length} characters; the limit is ${LONGEST_TEXT}`);
  const composed = given.normalize('NFC');
  const movable = composed !== given && composed.length !== given.length;
  if (movable)
    warn('not-nfc', 'the text is not composed (NFC) and was read as it is; names with accents may be missed');
  if (/\p{Surrogate}/u.test(given)) warn('lone-surrogate', 'the text holds half a character (a lone surrogate)');
  const date = dateOf(item, warn);
  return {
    id: hash64(given),
    title: optionalString(item, 'title') ?? '',
    text: movable ? given : composed,
    language: 'en',
    ...(date === undefined ? {} : { publishedOn: date }),
  };
}

/** The day of an item: `YYYY-MM-DD`, also at the head of a longer timestamp. */
export function dateOf(item: JsonItem, warn: (code: string, message: string) => void): string | undefined {
  const given = optionalString(item, 'date');
  if (given === undefined) return undefined;
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T|\s)/.exec(given.trim())?.[0];
  if (day !== undefined && isDay(day)) return day;
  warn('bad-date', `the date "${given}" is not a day like 2024-05-01 and was left out`);
  return undefined;
}
