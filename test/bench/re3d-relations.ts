import { createReading } from '../../src/events/reading.ts';
import { renamings } from '../../src/events/renaming.ts';
import type { Analysis } from '../../src/model/analysis.ts';
import type { Link, Mention } from '../../src/model/entity.ts';
import type { Argument, EventMention } from '../../src/model/event.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { EntityId } from '../../src/model/ids.ts';
import type { CharSpan, Span } from '../../src/model/span.ts';
import type { ClauseStructure } from '../../src/syntax/clause.ts';

/** A typed relation between two stretches of a document, as re3d writes it. */
export interface SpanRelation {
  readonly source: CharSpan;
  readonly target: CharSpan;
  readonly type: string;
}

export const RE3D_TYPES = [
  'FightingAgainst',
  'CommWith',
  'AlliesOf',
  'Likes',
  'Dislikes',
  'BelongsTo',
  'InChargeOf',
  'IsSynonymOf',
] as const;

/** re3d type -> our edges that say the same. */
const EDGES: Readonly<Record<string, readonly string[]>> = {
  FightingAgainst: [
    'attacked',
    'killed',
    'fights',
    'abducted',
    'claimed-attack-on',
    'mobilised-against',
    'seized-from',
  ],
  CommWith: [
    'met-with',
    'visited',
    'hosted',
    'spoke-with',
    'sent-message-to',
    'negotiates-with',
    'mediates-between',
    'agreed-with',
    'signed-with',
    'offered-to',
    'asked',
    'demanded-of',
    'warned',
  ],
  AlliesOf: ['allied-with', 'backs', 'supports', 'cooperates-with', 'cooperates-on', 'gave-aid-to', 'armed'],
  Likes: ['supports', 'praised', 'recognised', 'comforted', 'backs'],
  Dislikes: ['accused', 'criticised', 'voiced-concern-about', 'rejected', 'denied', 'threatened', 'sanctioned'],
  BelongsTo: ['member-of', 'part-of', 'holds-office-in', 'speaks-for'],
  InChargeOf: ['leads', 'controls', 'seized-from'],
};

const TYPES_OF = new Map<string, string[]>();
for (const [type, edges] of Object.entries(EDGES))
  for (const edge of edges) TYPES_OF.set(edge, [...(TYPES_OF.get(edge) ?? []), type]);

/** Relations of re3d's types that an analysis holds: events that happened or are to come, standing facts, owners inside a phrase, names side by side, appositions. */
export function spanRelations(analysis: Analysis, clauses: ClauseStructure): SpanRelation[] {
  const inText = wordsOf(analysis);
  return [
    ...analysis.eventMentions
      .filter((m) => m.status !== 'negated' && m.status !== 'hypothetical')
      .flatMap((m) => ofEvent(m, inText)),
    ...ofFacts(analysis, inText),
    ...ofPhrases(analysis, inText),
    ...ofAppositions(analysis, clauses, inText),
  ];
}

type ToChars = (span: Span) => CharSpan;

const wordsOf =
  ({ document: { tokens } }: Analysis): ToChars =>
  (span) => ({ start: tokens[span.start]?.start ?? 0, end: tokens[span.end - 1]?.end ?? 0 });

function ofEvent(m: EventMention, chars: ToChars): SpanRelation[] {
  const side = (role: Argument['role']): Argument[] => m.arguments.filter((a) => a.role === role);
  const [actors, recipients] = [side('actor'), side('recipient')];
  const others = recipients.length > 0 || !m.reciprocal ? recipients : actors;
  const pairs = actors.flatMap((a) => others.filter((b) => b !== a).map((b) => [a, b] as const));
  return pairs.flatMap(([a, b]) => both(chars(a.span), chars(b.span), TYPES_OF.get(m.relation) ?? [], m.reciprocal));
}

const both = (source: CharSpan, target: CharSpan, types: readonly string[], mutual: boolean): SpanRelation[] =>
  types.flatMap((type) => [{ source, target, type }, ...(mutual ? [{ source: target, target: source, type }] : [])]);

/** A standing fact holds between the mentions of its two entities in the words that tell it, or those that it cites; else between all of them in its sentence. */
function ofFacts({ mentions, links, entities, facts, article }: Analysis, chars: ToChars): SpanRelation[] {
  const linked = new Map<EntityId, Mention[]>();
  const byId = new Map(mentions.map((m) => [m.id, m]));
  for (const { mention, entity } of links) {
    const found = byId.get(mention);
    if (found) linked.set(entity, [...(linked.get(entity) ?? []), found]);
  }
  const people = new Set(entities.filter((e) => e.kind === 'person').map((e) => e.id));
  const spansOf = (id: EntityId, words: string, { span, trigger }: Evidence): readonly CharSpan[] => {
    const inside = ({ start, end }: CharSpan, s: CharSpan): boolean => s.start >= start && s.end <= end;
    const all = (linked.get(id) ?? []).filter((m) => m.form !== 'pronoun' && inside(span, chars(m.span)));
    const told = all.filter((m) => inside(trigger, chars(m.span)));
    const names = told.filter((m) => m.form === 'name');
    const cited = all.filter((m) => article.text.slice(chars(m.span).start, chars(m.span).end) === words);
    return ([names, cited, told].find((list) => list.length > 0) ?? all).map((m) => chars(m.span));
  };
  return facts.flatMap((fact) => {
    const types = TYPES_OF.get(fact.relation) ?? [];
    const belongs = fact.relation === 'leads' && people.has(fact.source) ? ['BelongsTo'] : [];
    const targets = spansOf(fact.target, fact.targetText, fact.evidence);
    return spansOf(fact.source, fact.sourceText, fact.evidence).flatMap((a) =>
      targets.flatMap((b) => both(a, b, [...types, ...belongs], false)),
    );
  });
}

/** "HRW's director, [Lama Fakih]": two phrases for one. */
const ofAppositions = (analysis: Analysis, clauses: ClauseStructure, chars: ToChars): SpanRelation[] =>
  renamings(createReading(analysis.document, clauses, analysis, new Set())).flatMap(({ host, other }) => {
    const [a, b] = [analysis.document.groups[host], analysis.document.groups[other]];
    return a && b ? both(chars(a), chars(b), ['IsSynonymOf'], true) : [];
  });

/** "[Lebanon]'s Hezbollah", "[militants] of Hezbollah" belong to whom they are linked; "Daquq, [a town]" are two names of one. */
function ofPhrases(analysis: Analysis, chars: ToChars): SpanRelation[] {
  const linksOf = new Map<string, Link[]>();
  for (const link of analysis.links) linksOf.set(link.mention, [...(linksOf.get(link.mention) ?? []), link]);
  const words = (start: number, end: number): string[] =>
    analysis.document.tokens.slice(start, end).map((t) => t.text.toLowerCase());
  const found: SpanRelation[] = [];
  for (const outer of analysis.mentions) {
    if (outer.form === 'pronoun') continue;
    const links = linksOf.get(outer.id) ?? [];
    for (const inner of analysis.mentions) {
      if (inner === outer || inner.form === 'pronoun') continue;
      const [a, b] = [chars(outer.span), chars(inner.span)];
      const gap = inner.span.start - outer.span.end;
      if (gap > 8 || inner.span.end <= outer.span.start) continue;
      const within = inner.span.start >= outer.span.start && inner.span.end <= outer.span.end;
      const nested = within && inner.head !== outer.head;
      const others = linksOf.get(inner.id) ?? [];
      const named = others[0]?.entity === `country:${outer.country}`;
      const same = links.find((l) => others.some((o) => o.entity === l.entity));
      const actsFor = same?.rule === 'modifier' && outer.form === 'nominal' && inner.form === 'name';
      if ((nested && outer.country !== undefined && named) || (actsFor && (nested || gap >= 0)))
        found.push({ source: a, target: b, type: 'BelongsTo' });
      // "[ISIL]'s fighters"
      if (
        actsFor &&
        nested &&
        outer.kind === 'organization' &&
        words(inner.span.end, inner.span.end + 1)[0]?.match(/^['’]s?$/)
      )
        found.push({ source: b, target: a, type: 'InChargeOf' });
      if (
        same &&
        !actsFor &&
        !nested &&
        gap >= 0 &&
        (isApposed(links) ||
          isApposed(others) ||
          (gap > 0 && words(outer.span.end, inner.span.start).every((w) => ALIAS.test(w))))
      )
        found.push(...both(a, b, ['IsSynonymOf'], true));
    }
  }
  return found;
}

/** "[the mayor] of Kharkiv, Ihor Terekhov": linked to the name beside it. */
const isApposed = (links: readonly Link[]): boolean => links.some((l) => l.rule === 'apposition');

/** What stands between two names of one: "Daesh, or the Islamic State", "X, formerly known as Y". */
const ALIAS =
  /^(?:[,("“‘'-]|or|also|formerly|previously|better|once|now|known|called|referred|to|as|the|a|an|its|acronym|aka|a\.k\.a\.)$/;
