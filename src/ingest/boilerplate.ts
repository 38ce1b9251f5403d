import { comparable } from './clean-text.ts';

/**
 * Words of navigation, sharing, advertising and law that news pages put around a story. General English of the web, not of one site:
 * each is matched at the start of a line, and only in lines that are short or are not sentences.
 */
const NAVIGATION = [
  String.raw`(?:today['’]s )?most (?:visited|read|popular|viewed|shared|commented|watched|discussed|recent|e-?mailed)\b`,
  String.raw`(?:top|latest|more|other|all|related|recommended|popular|trending|featured|breaking|recent|world|local)(?: [\p{L}&'’]+){0,2} (?:stories|story|news|articles?|headlines|posts|videos?|topics|links|coverage|picks)(?: (?:in|from|on|about|by) .{1,40})?\W*$`,
  String.raw`more (?:from|on|in|about|by)(?: [\p{L}&'’]+){1,4}\W*$`,
  String.raw`(?:related|recommended(?: for you)?|trending(?: now)?|popular|featured|editors?['’]s? (?:picks?|choice))\W*$`,
  String.raw`(?:read|see|watch|listen|view) (?:more|also|next|all|now|on|the full|full|related)\b|read ?:`,
  String.raw`(?:also|keep|continue) (?:read|reading|see|watch|watching)\b`,
  '(?:share|print|e-?mail|tweet|save|bookmark|send|comment|follow|like|pin)(?: (?:this|on|via|to|us|it|page|article|story|by|with|a|friend|facebook|twitter|whatsapp|x))*$',
  String.raw`(?:share|follow us|like us|find us|join us|tweet) (?:this|on|via|to|at)\b`,
  String.raw`(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|reddit|pinterest|rss|google\+?|messenger)(?:[ ,|/·•]+(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|reddit|pinterest|rss|google\+?|messenger|e-?mail|print|copy link))*$`,
  String.raw`(?:subscribe|sign ?up|sign ?in|log ?in|log ?out|unsubscribe|register (?:now|here|today|free|for))\b`,
  String.raw`(?:click|tap) (?:here|on|to|the)\b`,
  String.raw`(?:get|download) (?:the|our) (?:\w+ )?(?:app|newsletter|latest|news)\b`,
  String.raw`(?:skip|jump|back|go|return) to (?:main|content|top|navigation|the top|home|homepage)\b`,
  String.raw`(?:home|menu|search|contact(?: us)?|about(?: us)?|advertise(?: with us)?|careers|help|faq|sitemap|site map|archives?|newsletters?|e-?paper|podcasts?|galler(?:y|ies)|live tv|my account|next|previous|prev|close|loading\.*|no comments|comments?(?: \(?\d+\)?)?|\d+ comments?|leave a (?:reply|comment)|add (?:a )?comment|post a comment|tags?|font size|text size|reply|report|edition|cookies?(?: policy)?|privacy(?: policy| notice)?|terms(?: (?:of|and|&) .*)?|accept(?: all)?|manage (?:cookies|preferences))\s*[»›>|:]*$`,
  'tags?:|topics?:|keywords?:|filed under|categor(?:y|ies):|short (?:url|link):|story code:|news id:|article id:',
  String.raw`advertisements?\b|sponsored\b|promoted\b|ads? by\b|paid (?:content|post)\b|(?:story|article) continues below|continue reading below`,
  String.raw`you (?:may|might) (?:also )?(?:like|be interested|enjoy|want)\b|don['’]t miss\b|what to read next|up next\b|in case you missed`,
  String.raw`(?:previous|next|older|newer) (?:article|story|post|page)s?\b`,
].map((source) => new RegExp(`^\\W*(?:${source})`, 'iu'));

/** Notices of right and credit: dropped as whole paragraphs, sentences too. */
const NOTICE = [
  String.raw`(?:copyright\b|©|\(c\) ?\d{4})`,
  String.raw`(?:© ?)?\d{4} [^.]{2,60}\ball rights reserved`,
  String.raw`all rights reserved\b`,
  String.raw`this (?:material|article|story|content|report) (?:may not|was originally|originally|first appeared|has been republished|is republished)\b`,
  String.raw`(?:we use|this (?:site|website) uses) cookies\b|by (?:using|continuing)[^.]{0,40} (?:site|browse)\b`,
  String.raw`\(?(?:additional |with )?(?:reporting|writing|editing|edited|written|compiled|translated) by\b[^.]{2,160}\.?\)?$`,
  String.raw`[([]?(?:file )?(?:photo|photograph|picture|image|video|photo credit|image credit|photo by|image source|picture credit)s? ?(?::|\bby\b|\bcourtesy\b|\bcredit\b|[–—/-])[^.]{0,120}\.?[)\]]?$`,
  String.raw`[([]?(?:file|archive|stock|handout) (?:photo|picture|image|footage)\b[^.]{0,80}[)\]]?$`,
].map((source) => new RegExp(`^\\W{0,3}(?:${source})`, 'iu'));

/** Headers under which a page lists other stories; the short lines after one belong to it. */
const LIST_HEADER =
  /^\W*(?:most|more|top|latest|trending|related|recommended|popular|other|read also|also read|read more|see also|you (?:may|might)|don['’]t miss|editors?['’]? picks?|in case you missed|what to read next)\b/iu;

const LONGEST_NAVIGATION_WORDS = 14;
const LONGEST_SHORT_WORDS = 16;
/** A line of so many words or more is never taken for a menu entry. */
const MENU_WORDS = 3;
/** Share of capitals from which a lone last line is a heading and not a sentence that lost its end. */
const HEADING_CAPITALS = 0.75;
const SENTENCE_END = /[.!?…]["'”’»)\]]*$/u;
const VERBS =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|may|might|must|said|says|told|tells|do|does|did|\p{Ll}{3,}ed|\p{Ll}{3,}ing)\b/u;

/** What a paragraph is by its form. */
export type BlockKind = 'prose' | 'short' | 'navigation' | 'notice';

/** What a paragraph is by its form: a sentence, a short line without a final stop, an entry of a page's navigation, a notice of right or credit. */
export function classifyBlock(block: string): BlockKind {
  const words = block.split(' ').length;
  if (words <= 80 && NOTICE.some((pattern) => pattern.test(block))) return 'notice';
  const sentence = SENTENCE_END.test(block);
  if (words <= LONGEST_NAVIGATION_WORDS && NAVIGATION.some((pattern) => pattern.test(block))) {
    // "Most people read the news in bed." is a sentence; "Click here to subscribe." is not about the world.
    if (!sentence || /^\W*(?:click|tap|subscribe|sign|log|follow us|share|read more|advert)/iu.test(block))
      return 'navigation';
  }
  if (!/\p{Letter}{2}/u.test(block)) return words <= 3 ? 'navigation' : 'short';
  return words <= LONGEST_SHORT_WORDS && !sentence ? 'short' : 'prose';
}

/** Share of the longer words that begin with a capital: near 1 in headlines in Title Case and in menus. */
export function titleCaseShare(line: string): number {
  const words = line.match(/\p{Letter}[\p{Letter}'’-]{3,}/gu) ?? [];
  return words.length === 0 ? 1 : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}

/**
 * Drops what is not the story: navigation and notices anywhere, lists of other stories after their header, clusters of short lines after the
 * last sentence, menus before the first. A text without any sentence is left as it is: then short lines are all there is.
 * @returns the kept blocks and the dropped ones, both in order.
 */
export function dropBoilerplate(blocks: readonly string[]): { readonly kept: string[]; readonly dropped: string[] } {
  const kinds = blocks.map(classifyBlock);
  const first = kinds.indexOf('prose');
  if (first < 0) return { kept: [...blocks], dropped: [] };
  const last = kinds.lastIndexOf('prose');
  const drop = kinds.map((kind) => kind === 'navigation' || kind === 'notice');
  markLists(blocks, kinds, drop);
  markMenu(blocks, kinds, first, drop);
  markTail(blocks, kinds, last, drop);
  return { kept: blocks.filter((_, i) => !drop[i]), dropped: blocks.filter((_, i) => drop[i]) };
}

function markLists(blocks: readonly string[], kinds: readonly BlockKind[], drop: boolean[]): void {
  let inList = false;
  blocks.forEach((block, index) => {
    if (kinds[index] === 'navigation' && LIST_HEADER.test(block)) inList = true;
    else if (kinds[index] === 'prose') inList = false;
    else if (inList) drop[index] = true;
  });
}

/** Before the first sentence: two or more entries of one to three words are a menu. */
function markMenu(blocks: readonly string[], kinds: readonly BlockKind[], first: number, drop: boolean[]): void {
  const head = blocks.slice(0, first).map((_, index) => index);
  const entries = head.filter((i) => kinds[i] === 'navigation' || wordCount(blocks[i]) <= MENU_WORDS);
  if (entries.length < 2) return;
  for (const index of entries) drop[index] = true;
}

/** After the last sentence: two or more short lines are a list of headlines; one alone goes when it has the form of a heading. */
function markTail(blocks: readonly string[], kinds: readonly BlockKind[], last: number, drop: boolean[]): void {
  const tail = blocks.slice(last + 1);
  tail.forEach((block, offset) => {
    const heading = titleCaseShare(block) >= HEADING_CAPITALS && !VERBS.test(block);
    if (kinds[last + 1 + offset] !== 'prose' && (tail.length > 1 || heading)) drop[last + 1 + offset] = true;
  });
}

const wordCount = (block: string | undefined): number => (block ?? '').split(' ').length;

/** "short, no final stop": what a headline looks like. */
export function looksLikeTitle(block: string): boolean {
  const words = wordCount(block);
  const kind = classifyBlock(block);
  if (kind === 'navigation' || kind === 'notice' || block.length > 200 || words > 30) return false;
  return !/(?<!\b\p{L}\.\p{L})\.["'”’)]*$|[,;:]$/u.test(block) && /\p{Letter}{2}/u.test(block);
}

/** Whether a block says the same as the title, case, spacing and punctuation aside. */
export const repeatsTitle = (block: string, title: string): boolean =>
  title !== '' && comparable(title) !== '' && comparable(block) === comparable(title);
