import type { Dateline } from '../model/article.ts';
import { classifyBlock, dropBoilerplate, looksLikeTitle, repeatsTitle } from './boilerplate.ts';
import { comparable } from './clean-text.ts';
import { findLeadingDate, isDateLine } from './date.ts';
import { findDateline, hasSpeakers, parseByline } from './dateline.ts';

/** What was found around the story, and the story's paragraphs. */
export interface TidiedPage {
  readonly title: string;
  readonly byline?: string;
  /** The line that gives the date, as printed. */
  readonly dateText?: string;
  readonly dateline?: Dateline;
  readonly blocks: readonly string[];
  /** Paragraphs that were dropped as navigation, notices or lists. */
  readonly dropped: readonly string[];
}

/** Lines at the top in which a byline or a date may stand alone. */
const HEAD_LINES = 8;

/**
 * Takes title, byline, date line, dateline and boilerplate away from the paragraphs of a page. Runs until nothing changes, so that tidying
 * the result once more leaves it as it is. Never takes everything: when nothing else is there, short lines stay.
 * @param title the headline when it is known already; it is then only looked for to drop its repetitions.
 */
export function tidyPage(blocks: readonly string[], title = ''): TidiedPage {
  let page: TidiedPage = { title, blocks, dropped: [] };
  for (;;) {
    const next = [takeTitle, dropRepeatedTitle, takeHead, takeBoilerplate, takeDateline].reduce((each, step) => {
      const stepped = step(each);
      return stepped.blocks.length === 0 ? each : stepped;
    }, page);
    if (next.title === page.title && next.blocks.join('\n') === page.blocks.join('\n')) return next;
    page = next;
  }
}

function takeTitle(page: TidiedPage): TidiedPage {
  if (page.title !== '' || page.blocks.length < 2) return page;
  const index = findTitle(page.blocks);
  if (index < 0) return page;
  return { ...page, title: page.blocks[index] ?? '', blocks: page.blocks.filter((_, i) => i !== index) };
}

/** The headline among the lines before the first sentence: one that stands there twice, else the first of three words or more. */
function findTitle(blocks: readonly string[]): number {
  const firstProse = blocks.findIndex((block) => classifyBlock(block) === 'prose');
  const head = blocks.slice(0, firstProse < 0 ? 1 : Math.min(firstProse + 1, HEAD_LINES * 3));
  const candidates = head.flatMap((block, i) => (isTitleCandidate(block, blocks[i + 1]) ? [i] : []));
  const seen = new Set<string>();
  for (const i of candidates) {
    const key = comparable(blocks[i] ?? '');
    if (seen.has(key)) return i;
    seen.add(key);
  }
  const headline = candidates.find((i) => (blocks[i] ?? '').split(' ').length >= 3);
  if (headline !== undefined) return headline;
  return candidates[0] === 0 && firstProse === 1 ? 0 : -1;
}

const isTitleCandidate = (block: string, next: string | undefined): boolean =>
  next !== undefined &&
  looksLikeTitle(block) &&
  parseByline(block) === undefined &&
  !isDateLine(block) &&
  findDateline(block) === undefined &&
  !isOwnLineDateline(block, next) &&
  // A first sentence that lost its final stop is longer than what comes after it; a headline is not.
  (classifyBlock(block) === 'short' || (next.length > block.length && classifyBlock(next) === 'prose'));

function dropRepeatedTitle(page: TidiedPage): TidiedPage {
  if (page.title === '') return page;
  const blocks = page.blocks.filter((block) => !repeatsTitle(block, page.title));
  const first = blocks[0];
  const rest = first === undefined ? undefined : afterTitle(first, page.title);
  return { ...page, blocks: rest === undefined ? blocks : [rest, ...blocks.slice(1)] };
}

/** "Ministers meet in Geneva GENEVA (Example) – The …": what follows a title that runs into the body; undefined when it does not. */
function afterTitle(block: string, title: string): string | undefined {
  if (title.split(' ').length < 4 || block.length <= title.length) return undefined;
  if (comparable(block.slice(0, title.length)) !== comparable(title)) return undefined;
  const rest = block.slice(title.length).trimStart();
  const separator = /^[|–—:-]+\s+(?=["“‘«]?\p{Lu})/u.exec(rest);
  if (separator) return rest.slice(separator[0].length);
  return findDateline(rest) && /\s/.test(block.charAt(title.length)) ? rest : undefined;
}

/** Byline, date line and a dateline that stands on a line of its own, before the story. */
function takeHead(page: TidiedPage): TidiedPage {
  let found: Pick<TidiedPage, 'byline' | 'dateText' | 'dateline'> = {};
  const blocks = page.blocks.filter((block, index) => {
    if (index >= HEAD_LINES || page.blocks.slice(0, index).some((earlier) => classifyBlock(earlier) === 'prose'))
      return true;
    const byline = parseByline(block);
    if (byline !== undefined) found = { byline, ...found };
    const isDate = byline === undefined && isDateLine(block);
    if (isDate) found = { dateText: block, ...found };
    const next = page.blocks[index + 1];
    const dateline = isDate || next === undefined ? undefined : ownLineDateline(block, next);
    if (dateline) found = { dateline, ...found };
    return byline === undefined && !isDate && !dateline;
  });
  return { ...page, ...found, ...pickFound(page), blocks };
}

/** What an earlier pass found stands. */
const pickFound = (page: TidiedPage): Pick<TidiedPage, 'byline' | 'dateText' | 'dateline'> => ({
  ...(page.byline !== undefined ? { byline: page.byline } : {}),
  ...(page.dateText !== undefined ? { dateText: page.dateText } : {}),
  ...(page.dateline !== undefined ? { dateline: page.dateline } : {}),
});

/** "GENEVA, 3 March (Example)" alone on a line; a place without agency and date is a heading. */
function ownLineDateline(block: string, next: string): Dateline | undefined {
  if (block.length > 80 || classifyBlock(next) !== 'prose') return undefined;
  const bare = block.replace(/\s*[-–—]+$/, '');
  const found = findDateline(`${bare} — ${next}`);
  if (found?.end !== bare.length + 3) return undefined;
  return found.dateline.agency || found.dateline.date ? found.dateline : undefined;
}

const isOwnLineDateline = (block: string, next: string): boolean => ownLineDateline(block, next) !== undefined;

function takeBoilerplate(page: TidiedPage): TidiedPage {
  const { kept, dropped } = dropBoilerplate(page.blocks);
  return { ...page, blocks: kept, dropped: [...page.dropped, ...dropped] };
}

/** The dateline leaves the text, so that the first sentence begins with its subject; what it says stays in the record. */
function takeDateline(page: TidiedPage): TidiedPage {
  const index = page.blocks.findIndex((block) => classifyBlock(block) === 'prose');
  const block = page.blocks[index];
  if (block === undefined) return page;
  const leading = findLeadingDate(block);
  const found = leading ?? findDateline(block, hasSpeakers(page.blocks));
  if (!found) return page;
  const dateline = 'dateline' in found ? found.dateline : { place: '', date: found.printed };
  const blocks = page.blocks.map((each, i) => (i === index ? block.slice(found.end).trimStart() : each));
  return { ...page, dateline, ...pickFound(page), blocks };
}
