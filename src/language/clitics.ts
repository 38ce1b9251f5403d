import type { CharSpan } from '../model/span.ts';

/** "don't" → do | n't; the verb part of the treebanks ("wo", "ca") comes out of the cut. */
const NEGATION = /n['’`´]t$/i;
const CLITIC = /['’`´](?:s|re|ve|ll|d|m)$/i;
/** Words written together that the treebanks cut, with the length of the first part. */
const FUSED: ReadonlyMap<string, number> = new Map(
  (
    'cannot 3|gonna 3|wanna 3|gotta 3|gimme 3|lemme 3|outta 3|lotta 3|alot 1|wont 2|dont 2|didnt 3|doesnt 4|isnt 2|wasnt 3|arent 3|werent 4|' +
    'havent 4|hasnt 3|hadnt 3|couldnt 5|wouldnt 5|shouldnt 6|cant 2|aint 2|arnt 2|thats 4|theres 5|whats 4|youre 3|youve 3|youll 3|theyre 4|' +
    'theyve 4|weve 2|hes 2|shes 3|im 1|ive 1'
  )
    .split('|')
    .map((entry) => {
      const [word = '', length] = entry.split(' ');
      return [word, Number(length)];
    }),
);
/**
 * Words that are something else more often than a pronoun with its verb, and what must follow for them to be that: no possessive stands
 * before "a", "not" or another possessive ("its a pity", but "its own").
 */
const BEFORE: ReadonlyMap<string, { readonly first: number; readonly next: RegExp }> = new Map([
  [
    'its',
    {
      first: 2,
      next: /^ (?:an?|the|not|been|too|also|really|just|like|my|your|his|her|our|their|this|that|what|when|why|how|because|going|gonna|in|on|at|from|for|about|with|by|definitely|probably|basically|obviously|nothing|anyone|called|(?:great|good|hard|easy|easier|illegal|important|simple|natural|necessary|possible|impossible|nice|fine|true|worth) (?:to|for|that|when|if|because|it)|(?:only|still|very|all|so) (?:an?|the|not|too))(?![\p{L}\p{N}-])/u,
    },
  ],
  ['your', { first: 3, next: /^ (?:an?|the|not|my|in|on|at|from|going|gonna|welcome)(?![\p{L}\p{N}-])/u }],
  [
    'lets',
    { first: 3, next: /^ (?:go|get|see|hope|say|talk|do|be|face|not|just|start|make|try|take|call|keep)(?!\p{L})/u },
  ],
]);
/** Names too, when they have a capital ("Im Sung-nam", "Ive"). */
const NAMES = new Set(['im', 'ive']);
/** No clitic is longer than three characters, no fused word than eight. */
const TAIL = 4;
const LONGEST_FUSED = 8;
const NEXT = 24;

function fusedCut(text: string, start: number, end: number): number | undefined {
  if (end - start > LONGEST_FUSED) return undefined;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  const open = BEFORE.get(lower);
  if (open) return open.next.test(text.slice(end, end + NEXT)) ? open.first : undefined;
  if (NAMES.has(lower) && word !== lower && !isPronoun(text, end)) return undefined;
  return FUSED.get(lower);
}

/** "Im not sure", "Ive been": what follows is no verb of speech or name. */
const isPronoun = (text: string, end: number): boolean =>
  /^ (?:not|so|just|still|very|sure|sorry|glad|been|had|got|never|always|in|an?|the|\p{Ll}+ing)(?!\p{L})/u.test(
    text.slice(end, end + NEXT),
  );

function cutPoint(text: string, start: number, end: number): number | undefined {
  const first = fusedCut(text, start, end);
  if (first !== undefined) return start + first;
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
