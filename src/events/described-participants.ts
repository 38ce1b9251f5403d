import { slug } from '../base/fold-name.ts';
import { hashFields } from '../base/hash.ts';
import type { Entity, Mention } from '../model/entity.ts';
import type { Argument, EventMention } from '../model/event.ts';
import type { EntityId, MentionId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { Reading } from './reading.ts';

/** Whoever governs or speaks acts for a state or body that the text must name; of plain people nothing is known. */
const NOBODY = /^(?:GOV|PTY|ELI|UNK)?$/;
/** Civilians who are a side in the news. */
const CIVILIANS =
  /^(?:civilian|resident|villager|protest[eo]r|demonstrator|marcher|rioter|activist|settler|migrant|islander|campaigner|dissident|loyalist|native|tribesman)$/;
/** Nouns that tell of nobody by themselves. */
const VAGUE =
  /^(?:ally|partner|member|side|neighbou?r|rival|opponent|critic|counterpart|force|enemy|leader|official|president|media|press|establishment|foe|source|expert|analyst)$/;

/** Ends of event mentions that got an entity, and these entities. */
interface Described {
  readonly mentions: readonly EventMention[];
  readonly entities: readonly Entity[];
}

/**
 * Whom the text only describes ("prosecutors", "the steelworkers' union", "four assailants") becomes an entity of this article: the same words
 * mean the same ones. Runs when all events are read, so that nobody is taken for known on the way.
 */
export function describeParticipants(reading: Reading, mentions: readonly EventMention[]): Described {
  const byId = new Map<MentionId, Mention>(mentionsById(reading));
  const made = new Map<EntityId, Entity>();
  const named = (argument: Argument): Argument => {
    const mention = argument.entities.length > 0 ? undefined : byId.get(argument.mention ?? '');
    if (!mention || (argument.role !== 'actor' && argument.role !== 'recipient') || !isSomebody(reading, mention))
      return argument;
    const entity = entityOf(reading, mention);
    if (!made.has(entity.id)) made.set(entity.id, entity);
    return { ...argument, entities: [entity.id] };
  };
  const found = mentions.map((m) => ({ ...m, arguments: m.arguments.map(named) }));
  return { mentions: found, entities: [...made.values()] };
}

function mentionsById(reading: Reading): [MentionId, Mention][] {
  return reading.doc.groups.flatMap((g) => {
    const mention = reading.mentionAt(g.head);
    return mention ? [[mention.id, mention] as [MentionId, Mention]] : [];
  });
}

function isSomebody({ doc, lemma }: Reading, { form, span, head, sector, kind }: Mention): boolean {
  const noun = lemma(head);
  if (form !== 'nominal' || kind === 'place' || kind === 'event' || NOBODY.test(sector ?? '')) return false;
  if (sector === 'CVL' && !CIVILIANS.test(noun)) return false;
  const words = doc.tokens.slice(span.start, head).map((t) => t.text.toLowerCase());
  if (VAGUE.test(noun) && words.every((word) => /^(?:the|a|an|these|those|some|many)$/.test(word))) return false;
  // One person is somebody whom the text names elsewhere.
  if (kind === 'person' && doc.morphology[head]?.xpos === 'NN') return false;
  return !words.some((word) => OTHERS.test(word));
}

const OTHERS = /^(?:his|her|its|their|my|our|your|both|no|any|other|another|such|each)$/;

function entityOf({ doc }: Reading, { span, sector, country }: Mention): Entity {
  const name = nameOf(doc.tokens, doc.morphology, span);
  return {
    id: `group:${hashFields([doc.article.id]).slice(0, 8)}:${slug(name)}`,
    kind: 'organization',
    name,
    aliases: [],
    known: false,
    subkind: 'group',
    ...(sector ? { sector } : {}),
    ...(country ? { country } : {}),
  };
}

type Doc = Reading['doc'];

/** The words without determiner and number; the first one small where only the start of the sentence made it great. */
function nameOf(tokens: Doc['tokens'], morphology: Doc['morphology'], { start, end }: Span): string {
  let first = start;
  while (first < end - 1 && /^(?:DET|NUM)$/.test(morphology[first]?.upos ?? '')) first++;
  const words = tokens.slice(first, end).map((t) => t.text);
  const text = words
    .join(' ')
    .replace(/ (?=['’]s?\b|['’](?: |$))/g, '')
    .replace(/ ?- ?/g, '-');
  return morphology[first]?.upos === 'PROPN' ? text : text.replace(/^\p{Lu}(?=\p{Ll})/u, (c) => c.toLowerCase());
}
