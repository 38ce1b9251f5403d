import { isCapitalized } from '../base/fold-name.ts';
import { TIME_NOUNS } from '../base/time-words.ts';
import type { TaggedDocument } from '../model/document.ts';
import { lower, morph } from './tag-doubts.ts';

const GIVING: ReadonlySet<string> = new Set(
  'give grant award offer lend loan pay owe pledge promise send sell supply'.split(' '),
);
/** What is given, not whose it is: these have no name of a receiver in front that qualifies them. */
const GIVEN: ReadonlySet<string> = new Set(
  (
    'refuge asylum sanctuary shelter access independence autonomy citizenship immunity permission credit credits arms weapons missiles ' +
    'guns rifles money cash time membership statehood recognition'
  ).split(' '),
);

/** "gave Kenya [$50 million]", "lent the Ivory Coast [ten ships]", "gave Ng [asylum]": what is given, right behind a name behind a verb of giving. */
export function startsGift(doc: TaggedDocument, i: number, start: number): boolean {
  const m = morph(doc, i);
  // "gave the watchdog [access] to"
  const isAccess =
    (/^(?:asylum|refuge|citizenship|clemency)$/.test(lower(doc, i)) ||
      (/^(?:access|permission)$/.test(lower(doc, i)) && lower(doc, i + 1) === 'to')) &&
    morph(doc, i - 1)?.upos === 'NOUN';
  if (isAccess && i > start + 1 && GIVING.has(morph(doc, start - 1)?.lemma ?? '')) return true;
  if (isOffer(doc, i, start)) return true;
  if (morph(doc, i - 1)?.upos !== 'PROPN' || !GIVING.has(morph(doc, start - 1)?.lemma ?? '')) return false;
  // "promised Shiites [equal access]": no adjective stands behind a name that it is part of.
  const adjective = m?.xpos === 'JJ' && !/^[A-Z]/.test(doc.tokens[i]?.text ?? '');
  return m?.upos === 'NUM' || m?.upos === 'SYM' || adjective || (m?.upos === 'NOUN' && isBareGift(doc, i, start));
}

/** People to whom things are offered; "the opposition leader" is another. */
const RECEIVERS: ReadonlySet<string> = new Set(
  'opposition government parliament army junta rebels guerrillas unions workers protesters demonstrators strikers students farmers teachers separatists militants villagers'.split(
    ' ',
  ),
);
const OFFERED: ReadonlySet<string> = new Set(
  'elections election talks seats posts jobs concessions reforms amnesty truce ceasefire dialogue guarantees compensation negotiations rises raise money passage payments polls'.split(
    ' ',
  ),
);

/** "offered the opposition [snap elections]", "promised the teachers [pay rises]" */
const isOffer = (doc: TaggedDocument, i: number, start: number): boolean =>
  RECEIVERS.has(lower(doc, i - 1)) &&
  i - 1 <= start + 1 &&
  GIVING.has(morph(doc, start - 1)?.lemma ?? '') &&
  (OFFERED.has(lower(doc, i)) || OFFERED.has(lower(doc, i + 1)) || morph(doc, i)?.upos === 'NUM');

/** Several names in a row may qualify ("Red Cross shelter"), "sold Boeing weapons [to Peru]" has its receiver behind; access is to something. */
const isBareGift = (doc: TaggedDocument, i: number, start: number): boolean =>
  (lower(doc, i) === 'access' && lower(doc, i + 1) === 'to') ||
  (i === start + 1 && GIVEN.has(lower(doc, i)) && !['to', 'for'].includes(lower(doc, i + 1)));

/** Behind these a number is their own: "phase two trials". */
const NUMBERED: ReadonlySet<string> = new Set(
  'phase stage part round number chapter track division type tier level war day year week'.split(' '),
);

/** "freed on bail [two ministers]", "held on Monday [three men]": a number in words behind a noun opens another group. */
export const startsCount = (doc: TaggedDocument, i: number): boolean =>
  morph(doc, i)?.upos === 'NUM' &&
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)$/.test(doc.tokens[i]?.text ?? '') &&
  !NUMBERED.has(lower(doc, i - 1)) &&
  ['NOUN', 'ADJ', 'PROPN'].includes(morph(doc, i + 1)?.upos ?? '');

/** "declared the envoy [persona non grata]": no part of his name. */
export const isUnwelcome = (doc: TaggedDocument, i: number): boolean =>
  /^personae?$/.test(lower(doc, i)) && lower(doc, i + 1) === 'non' && /^gratae?$/.test(lower(doc, i + 2));

/** "offered tents to Turkey [hours] after the quake": how long after, no part of the name. */
export const startsDelay = (doc: TaggedDocument, i: number): boolean =>
  /^(?:seconds|minutes|hours|days|weeks|months|years|moments)$/.test(lower(doc, i)) &&
  /^(?:after|before|ahead|later|earlier)$/.test(lower(doc, i + 1)) &&
  morph(doc, i - 1)?.upos === 'PROPN';

/** "on Monday [Peru] met", "in May [Peru] met", "said Monday [Saudi officers] had": a name right after a bare day opens another group. */
export const followsDay = (doc: TaggedDocument, i: number, start: number): boolean =>
  i === start + 1 &&
  (WEEKDAY.test(lower(doc, start)) || (MONTH.test(doc.tokens[start]?.text ?? '') && lower(doc, start - 1) === 'in')) &&
  (morph(doc, i)?.upos === 'PROPN' || (morph(doc, i)?.upos === 'ADJ' && isCapitalized(doc.tokens[i]?.text ?? ''))) &&
  !TIME_NOUNS.has(lower(doc, i));

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
