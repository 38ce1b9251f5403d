import { matchAt, sticky } from './patterns.ts';

/** Second-level and country domains of which no English word is made ("in", "it", "no" are left out). */
const TOP =
  '(?:com|org|net|gov|edu|info|int|eu|(?:com?|org|net|gov|govt|ac|edu)\\.\\p{Ll}{2}|uk|de|fr|ru|cn|ir|il|jp|ua|tr|pl|nl|ch|dk|kr|tw|au|nz|ca|br|mx|za|gr|cz|hu|rs)';
const ENDING = '(?:pdf|docx?|xlsx?|pptx?|txt|html?|jpe?g|png|gif|zip|csv|xml|rtf|url)(?![\\p{L}\\p{N}])';

/** Every address has one of these marks inside it; most words have not. */
const MARKED = sticky(String.raw`[^\s.:@]{0,64}[.:@]\S`);
const URL = sticky(String.raw`(?:(?:https?|ftp):\/\/|mailto:|www\.)[^\s<>"“”«»]+`);
const E_MAIL = sticky(String.raw`[\p{L}\p{N}_.+%-]{1,64}@[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}`);
const DOMAIN = sticky(
  String.raw`[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.${TOP}(?![\p{L}\p{N}])(?:\/[^\s<>"“”«»]*)?`,
);
/** "annex-2.final.pdf" */
const FILE = sticky(String.raw`[\p{L}\p{N}_][\p{L}\p{N}_#-]{0,63}(?:\.[\p{L}\p{N}_#-]{1,63}){0,4}\.${ENDING}`);
/** "misc.travel.rail": a newsgroup. */
const GROUP = sticky(String.raw`\p{Ll}[\p{Ll}\p{N}-]{1,30}(?:\.\p{Ll}[\p{Ll}\p{N}-]{1,30}){2,8}(?![\p{L}\p{N}])`);
export const TAG = sticky(String.raw`[@#][\p{L}_][\p{L}\p{N}_]*(?:\.(?:com|org|net|gov|edu)(?![\p{L}\p{N}]))?`);
/** "(draft).doc" */
export const EXTENSION = sticky(String.raw`\.${ENDING}`);

/** A URL does not take the stop, comma or bracket that closes the clause it stands in. */
function trimUrl(text: string, start: number, end: number): number {
  let last = end;
  while (last > start + 1 && /[.,;:!?'’)\]]/.test(text.charAt(last - 1))) {
    if (text.charAt(last - 1) === ')' && text.slice(start, last).includes('(')) break;
    last--;
  }
  return last;
}

/**
 * Where the address of a page, a mailbox, a file or a newsgroup ends that starts at `at`; `at` when there is none.
 * @param nextAt place of the next `@` at or after `at`, -1 for none
 */
export function addressEnd(text: string, at: number, nextAt: number): number {
  if (matchAt(MARKED, text, at) === at) return at;
  const url = matchAt(URL, text, at);
  if (url > at) return trimUrl(text, at, url);
  if (nextAt > at && nextAt - at <= 64) {
    const mail = matchAt(E_MAIL, text, at);
    if (mail > at) return mail;
  }
  return Math.max(matchAt(DOMAIN, text, at), matchAt(FILE, text, at), matchAt(GROUP, text, at));
}
