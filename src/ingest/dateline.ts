import type { Dateline } from '../model/article.ts';

/** A dateline and the offset in the paragraph at which the news begins after it. */
export interface FoundDateline {
  readonly dateline: Dateline;
  readonly end: number;
}

const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]+`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]+`;
const capitalPlace = `${CAPITALS}(?:[ /]${CAPITALS}){0,3}`;
const namedPlace = `${NAME}(?:[ /](?:${NAME}|of|the|de|al|el)){0,4}`;
/** "Iran", "D.C.", "Northern Ireland", "Democratic Republic of Congo": what may follow the place after a comma. */
const region = String.raw`(?:, (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[\p{L}.]*\s*\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)${NAME}(?: (?:(?:of|and|of the|the) )?${NAME}){0,3})`;
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const weekday = '(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?';
const date = String.raw`${weekday}(?:${month}\.? \d{1,2}|\d{1,2} ${month}\.?)(?:,? \d{4})?`;
/** "(AP)", "(Tasnim)", "(Xinhua/Interfax)", "/TASS/" */
const agency = String.raw`(?:\((?<round>[^()]{2,40})\)|/(?<slashed>[^/ ]{2,20})/)`;
const dash = String.raw`(?:\s*(?:--+|[–—―])\s*|\s+-\s+|\.\s+)`;
const strictDash = String.raw`(?:\s*(?:--+|[—―])\s*|\s+[–-]\s+)`;

/** Most telling first: an agency or a date makes any name a place, capitals alone need a dash or a colon. */
const PATTERNS = [
  String.raw`^(?<place>${namedPlace}${region}?)(?:[,.] ?(?<date>${date}))?[.,]? ?${agency}(?:${dash}|\s*:\s+)(?:(?<after>${date})${strictDash})?`,
  String.raw`^(?<place>${capitalPlace}${region}?), (?<date>${date}), (?<plain>\p{Lu}[\p{L}.]{1,11})${strictDash}`,
  String.raw`^(?<place>${namedPlace}), (?<date>${date}), (?<plain>\p{Lu}{2,8})${strictDash}`,
  String.raw`^(?<place>${namedPlace}${region}?), (?<date>${date})\.?${strictDash}`,
  `^(?<place>${capitalPlace}${region}?)${strictDash}`,
  String.raw`^(?<place>${capitalPlace}):\s+`,
].map((source) => new RegExp(source, 'u'));

/** "(Reuters) - The minister said": an agency without a place. */
const AGENCY_ALONE = /^\(([^()]{2,30})\)(?:\s*(?:--+|[–—―])\s*|\s+-\s+)/u;

/** Capitals before a dash or colon that are no place: labels of a newsroom and bodies known by their initials. */
const NO_PLACE = new Set(
  (
    'ALERT ANALYSIS BREAKING COLUMN COMMENT CORRECTED CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FEATURE FLASH INSIGHT INTERVIEW LIVE NEWSFLASH NOTE ' +
    'OPINION PHOTOS PICTURES PODCAST QUOTE QUOTES REFILE REVIEW TIMELINE TRANSCRIPT UPDATE UPDATED URGENT VIDEO WATCH WRAPUP WARNING ' +
    'ASEAN BRICS ECOWAS EUROPOL INTERPOL MERCOSUR NATO OPEC OPCW OSCE IAEA SAARC UNESCO UNHCR UNICEF UNIFIL UNRWA FIFA UEFA'
  ).split(' '),
);
/** Shorter runs of capitals are initials ("EU", "UAE") far more often than towns. */
const SHORTEST_PLACE = 4;

/**
 * The dateline at the start of a paragraph: "TEHRAN (Tasnim) – ", "MOSCOW, Feb. 6 (Reuters) - ", "BEIJING — ", "ISLAMABAD: ".
 * Undefined when there is none, when nothing comes after it, or when what follows looks like another dateline (then it is a list of places).
 * @param speakers whether several paragraphs begin with capitals and a colon, as in a transcript; then a colon makes no dateline.
 */
export function findDateline(paragraph: string, speakers = false): FoundDateline | undefined {
  const found = matchDateline(paragraph, speakers);
  return found && !matchDateline(paragraph.slice(found.end), speakers) ? found : undefined;
}

function matchDateline(paragraph: string, speakers: boolean): FoundDateline | undefined {
  for (const [index, pattern] of PATTERNS.entries()) {
    const match = pattern.exec(paragraph);
    if (!match) continue;
    const { place = '', round, slashed, plain, after, date = after } = match.groups ?? {};
    const colon = index === PATTERNS.length - 1;
    if ((colon && speakers) || !startsNews(paragraph, match[0].length)) continue;
    const agencyName = round ?? slashed ?? plain;
    if (agencyName === undefined && date === undefined && !isPlaceName(place)) continue;
    if (agencyName !== undefined && !isAgencyName(agencyName)) continue;
    return {
      dateline: {
        place: place.replace(/,$/, ''),
        ...(agencyName ? { agency: agencyName } : {}),
        ...(date ? { date } : {}),
      },
      end: match[0].length,
    };
  }
  const alone = AGENCY_ALONE.exec(paragraph);
  if (!alone?.[1] || !isAgencyName(alone[1]) || !startsNews(paragraph, alone[0].length)) return undefined;
  return { dateline: { place: '', agency: alone[1] }, end: alone[0].length };
}

/** A dateline stands before a sentence: a capital, a figure or a quotation, and several words. */
const startsNews = (paragraph: string, end: number): boolean =>
  /^["“”‘’'«(]?[\p{Lu}\p{N}]/u.test(paragraph.slice(end, end + 3)) && paragraph.slice(end).split(' ').length >= 4;

const isPlaceName = (place: string): boolean =>
  place.split(/[ ,/]/).every((word) => !NO_PLACE.has(word)) && place.replace(/[^\p{L}]/gu, '').length >= SHORTEST_PLACE;

/** "Reuters", "AP", "Xinhua/Agencies", "Tasnim News Agency"; not a remark such as "(the second this year)" and not a figure. */
const isAgencyName = (name: string): boolean =>
  /^\p{Lu}/u.test(name) && !/\d/.test(name) && name.split(/\s+/).length <= 5;

/** "OBAMA: Thank you." Counts paragraphs that begin with a speaker's name in capitals. */
export const hasSpeakers = (paragraphs: readonly string[]): boolean =>
  paragraphs.filter((paragraph) => /^(?:Q|A|\p{Lu}[\p{Lu}.'’ -]+):\s/u.test(paragraph)).length > 1;

const BYLINE =
  /^(?:(?:written |story |report(?:ed)? )?by:?|BY:?)\s+((?:\p{Lu}[\p{L}\p{M}.'’-]*|our|and|of|the|in|for|&|de|al|el|van|von|bin)(?:[,/]? +(?:\p{Lu}[\p{L}\p{M}.'’-]*|and|of|the|in|for|with|&|de|al|el|van|von|bin))*)$/u;

/** "By JOHN SMITH and Jane Doe, Example Press" -> the names as printed; undefined for any other line. */
export function parseByline(line: string): string | undefined {
  if (line.length > 120) return undefined;
  return BYLINE.exec(line.replace(/^By\b/, 'by'))?.[1];
}
