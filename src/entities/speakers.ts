import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import { entityOfGazetteerId, type FindContext } from './context.ts';
import { type Draft, type DraftLink, linkTo } from './draft.ts';
import { findPair } from './pairs.ts';
import { SAYING } from './salience.ts';
import {
  groupOf,
  isPossessivePronoun,
  lemmaOf,
  nounOf,
  paragraphOf,
  predicateOf,
  predicatesIn,
  sentenceStart,
} from './text-view.ts';

/** Verbs of saying, also those that address somebody. */
const SPEECH = new Set([
  ...SAYING,
  'urge',
  'accuse',
  'ask',
  'call',
  'promise',
  'vow',
  'assure',
  'inform',
  'quote',
  'comment',
  'answer',
  'respond',
  'tweet',
  'speak',
]);

/** "[Paris] warned that …": who speaks of the government, the army, speaks of another's. */
export function isSpeaker({ view }: FindContext, draft: Draft): boolean {
  const role = nounOf(view, view.groupAt[draft.head])?.role;
  return role?.slot === 'subject' && SPEECH.has(predicateOf(view, role.predicate)?.lemma ?? '');
}

/** "we", "our", "us" and "I", "my" in a quotation: the speaker's side, or the speaker. */
export function firstPersonAt(ctx: FindContext, at: TokenIndex): Draft | undefined {
  const word = ctx.view.lower[at] ?? '';
  const plural = /^(we|us|our|ours|ourselves)$/.test(word);
  if (!plural && !/^(i|me|my|mine|myself)$/.test(word)) return undefined;
  const speaker = ctx.view.quoted[at] ? speakerOf(ctx, at) : onBehalf(ctx, at);
  const person = speaker && ctx.store.get(speaker);
  if (!person) return undefined;
  const entity = plural || !ctx.view.quoted[at] ? sideOf(ctx, person.id) : person.id;
  const both = plural && entity !== undefined ? sharedBy(ctx, at, entity) : [];
  const found = entity === undefined ? undefined : ctx.store.get(entity);
  if (!found) return undefined;
  return {
    span: { start: at, end: at + 1 },
    head: at,
    form: 'pronoun',
    kind: found.kind,
    use: isPossessivePronoun(ctx.view, at) ? 'modifier' : 'actor',
    origin: 'pronoun',
    links: both.length ? both : [linkTo(found.id, 0.65, 'speaker')],
    ...(found.country ? { country: found.country } : {}),
  };
}

/** "On behalf of [the President], I congratulate …": for whom somebody speaks who does not say his name. */
function onBehalf({ view, drafts }: FindContext, at: TokenIndex): EntityId | undefined {
  const start = sentenceStart(view, at);
  if (view.lower.slice(start, start + 3).join(' ') !== 'on behalf of' || at > start + 20) return undefined;
  const sentence = view.sentenceAt[at] ?? 0;
  const named = drafts.inSentences(sentence, sentence).filter((d) => d.head < at && d.links.length === 1);
  return named.sort((a, b) => a.head - b.head)[0]?.links[0]?.entity;
}

/** What two sides have in common: "our cooperation" is not the speaker's alone. */
const SHARED_NOUNS = new Set(
  'cooperation collaboration relation relationship tie dialogue alliance partnership friendship trade talk negotiation border'.split(
    ' ',
  ),
);

/** The pair that the article speaks of, when the speaker's side is one of it and the noun is shared by nature. */
function sharedBy(ctx: FindContext, at: TokenIndex, side: EntityId): readonly DraftLink[] {
  const group = groupOf(ctx.view, at);
  if (!group || !isPossessivePronoun(ctx.view, at) || !SHARED_NOUNS.has(lemmaOf(ctx.view, group.head))) return [];
  const pair = findPair(ctx, at, 'state');
  return pair.some((l) => l.entity === side) ? pair : [];
}

/** Country or body for which somebody speaks. */
function sideOf(ctx: FindContext, id: EntityId): EntityId | undefined {
  const e = ctx.store.get(id);
  if (e?.kind !== 'person') return id;
  const office = e.offices.findLast((o) => o.of);
  const of = office?.of === undefined ? undefined : entityOfGazetteerId(ctx, office.of);
  return of ?? (e.country ? entityOfGazetteerId(ctx, e.country) : undefined);
}

/** Sentences before and behind a quotation in which its speaker may be named. */
const SPEAKER_REACH = 6;

/** Subject of the verb of saying that the quotation belongs to: in its sentence, else near by in the paragraph, else the last speaker. */
function speakerOf(ctx: FindContext, at: TokenIndex): EntityId | undefined {
  const { view } = ctx;
  const sentence = view.sentenceAt[at] ?? 0;
  const paragraph = paragraphOf(view, at);
  const near = Array.from({ length: 2 * SPEAKER_REACH + 1 }, (_, i) => sentence - SPEAKER_REACH + i);
  const speeches = near
    .flatMap((s) => predicatesIn(view, s))
    .filter((p) => SPEECH.has(p.lemma) && !view.quoted[p.head] && p.subject);
  const inParagraph = speeches.filter((p) => view.doc.sentences[p.sentence]?.paragraph === paragraph);
  const here = inParagraph.filter((p) => p.sentence === sentence);
  const before = inParagraph.filter((p) => p.sentence < sentence);
  const after = inParagraph.filter((p) => p.sentence > sentence);
  const earlier = speeches.filter(
    (p) => p.sentence < sentence && paragraph - (view.doc.sentences[p.sentence]?.paragraph ?? 0) <= 2,
  );
  const chosen = here.at(-1) ?? before.at(-1) ?? after[0] ?? earlier.at(-1);
  const [head, ...others] = new Set(chosen?.subject?.groups.map((g) => view.doc.groups[g]?.head));
  if (head === undefined || others.length > 0) return undefined;
  const draft = ctx.drafts.headedBy(head).find((d) => d.links.length === 1 && d.use !== 'place');
  return draft?.links[0]?.entity;
}
