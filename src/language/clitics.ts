import type { CharSpan } from '../model/span.ts';

/** "don't" → do | n't; the verb part of the treebanks ("wo", "ca") comes out of the cut. */
const NEGATION = /n['’]t$/i;
const CLITIC = /['’](?:s|re|ve|ll|d|m)$/i;
/** Words written together that the treebanks cut, with the length of the first part. */
const FUSED: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['wont', 2],
  ['dont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['wasnt', 3],
  ['havent', 4],
  ['couldnt', 5],
  ['wouldnt', 5],
  ['shouldnt', 6],
]);
/** No clitic is longer than three characters, no fused word than eight. */
const TAIL = 4;
const LONGEST_FUSED = 8;

function cutPoint(text: string, start: number, end: number): number | undefined {
  if (end - start <= LONGEST_FUSED) {
    const first = FUSED.get(text.slice(start, end).toLowerCase());
    if (first !== undefined) return start + first;
  }
  const tail = text.slice(Math.max(start, end - TAIL), end);
  const clitic = NEGATION.exec(tail) ?? CLITIC.exec(tail);
  if (clitic === null) return undefined;
  const cut = end - clitic[0].length;
  return cut > start ? cut : undefined;
}

/** Cuts the clitics off the end of one word: "wouldn't've" → would | n't | 've. */
export function cutClitics(text: string, word: CharSpan): readonly CharSpan[] {
  const parts: CharSpan[] = [];
  let end = word.end;
  for (let cut = cutPoint(text, word.start, end); cut !== undefined; cut = cutPoint(text, word.start, end)) {
    parts.push({ start: cut, end });
    end = cut;
  }
  parts.push({ start: word.start, end });
  return parts.reverse();
}
