import { NOWHERE } from '../base/nowhere.ts';
import { countryRecord, type FindContext } from './context.ts';
import type { Draft } from './draft.ts';
import { candidatesBefore, subjectWeight } from './salience.ts';
import { isSpeaker } from './speakers.ts';
import { isHyphen, nounOf, paragraphOf, predicateOf, sentenceStart } from './text-view.ts';

/** Forms of state that an official name tells: "the kingdom" is none whose name says otherwise. */
const FORMS: Readonly<Record<string, RegExp>> = {
  kingdom: /\bKingdom\b/,
  republic: /\bRepublic\b/,
  sultanate: /\bSultanate\b/,
  emirate: /\bEmirates?\b|^State of (?:Qatar|Kuwait)$/,
};

const isCalled = (ctx: FindContext, country: string, noun: string): boolean =>
  FORMS[noun]?.test(countryRecord(ctx, country)?.official ?? '') ?? true;

/** The one state of which the sentences before a noun like "the government" speak; undefined where there are several. */
export function countryInQuestion(ctx: FindContext, draft: Draft): string | undefined {
  const { view } = ctx;
  const at = draft.span.start;
  const first = paragraphOf(view, sentenceStart(view, at) - 1) !== paragraphOf(view, at);
  const countries = new Map<string, number>();
  for (const d of candidatesBefore(ctx, at, { sentences: 2, paragraphs: first ? 1 : 0 })) {
    if (d.kind !== 'country' && d.kind !== 'place') continue;
    if (view.sentenceAt[d.head] === view.sentenceAt[at] && isSpeaker(ctx, d)) continue;
    if (d.country && !isHyphen(view.words[d.span.end]) && isCalled(ctx, d.country, draft.phrase?.text ?? ''))
      countries.set(d.country, Math.max(countries.get(d.country) ?? 0, subjectWeight(view, d)));
  }
  if (countries.size === 1) return [...countries.keys()][0];
  // "France … the country": the subject, when only one of them is one.
  const subjects = [...countries].filter(([, weight]) => weight > 0);
  return draft.phrase && /^(country|nation|kingdom|republic)$/.test(draft.phrase.text) && subjects.length === 1
    ? subjects[0]?.[0]
    : undefined;
}

/** The state in which the sentence happens ("… in Athens"), where it and the two before it name no other. */
export function countryOfScene(ctx: FindContext, draft: Draft): string | undefined {
  const { view } = ctx;
  const sentence = view.sentenceAt[draft.head] ?? 0;
  const near = ctx.drafts.inSentences(sentence - 2, sentence).filter((d) => d !== draft && d.country);
  const [only, other] = new Set(near.map((d) => d.country));
  const isThere = near.some((d) => view.sentenceAt[d.head] === sentence && d.origin === 'place' && d.use === 'place');
  return isThere && !other ? only : undefined;
}

/** Sectors of those who find fault with their own government. */
const AT_HOME = /^(?:OPP|PTY|NGO|CVL|SOC|JUD|LEG|REB|JRN)$/;

/** "The opposition leader criticised [the government]": the home of whoever does something to it, when he does not govern. */
export function countryOfCritic(ctx: FindContext, draft: Draft): string | undefined {
  const { view } = ctx;
  const role = nounOf(view, view.groupAt[draft.head] ?? -1)?.role;
  const subject = role && role.slot !== 'subject' ? predicateOf(view, role.predicate)?.subject : undefined;
  const head = view.doc.groups[subject?.groups[0] ?? NOWHERE]?.head;
  const critic = head === undefined ? undefined : ctx.drafts.headedBy(head).find((d) => d.use === 'actor');
  const entity = ctx.store.get(critic?.links[0]?.entity ?? '');
  const sector = critic?.sector ?? entity?.sector;
  return sector && AT_HOME.test(sector) ? (entity?.country ?? critic?.country) : undefined;
}
