import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Argument, EventMention } from '../model/event.ts';
import type {
  ConfidencePart,
  EventExplanation,
  FactExplanation,
  FrameReading,
  RuledOut,
  Words,
} from '../model/explanation.ts';
import type { Uncoded } from './coded.ts';
import { type Filled, type NameOf, slotFillings } from './explain-slots.ts';
import { statusSteps } from './explain-status.ts';
import { frameNote, sentenceAt, toWords } from './explain-words.ts';
import type { Match } from './match.ts';
import type { Participant, Reading } from './reading.ts';
import type { Assembled, ConfidenceFactor, Held } from './trace.ts';

/** What is known besides the match itself. */
export interface Explaining {
  readonly knowledge: Pick<Knowledge, 'relations' | 'eventTypes'>;
  readonly nameOf: NameOf;
  readonly ruledOut: readonly RuledOut[];
  readonly uncoded?: Uncoded | undefined;
}

/** How one event mention came about. */
export function explainEvent(assembled: Assembled, context: Explaining): EventExplanation {
  const { reading, match, mention, factors } = assembled;
  const { knowledge, uncoded } = context;
  const type = knowledge.eventTypes.find((t) => t.type === mention.type);
  const recoded = mention.reading ?? drawnOtherwise(mention, match);
  return {
    mention: mention.id,
    ...frameReading({ reading, match, arguments: mention.arguments }, context),
    sense: {
      relation: mention.relation,
      label: labelOf(mention.relation, context),
      type: mention.type,
      typeLabel: type?.label ?? mention.type,
      definition: type?.definition ?? '',
      ...(mention.mode ? { mode: mention.mode } : {}),
      file: `ontology/events/${mention.type}.yaml`,
    },
    status: mention.status,
    statusSteps: statusSteps(assembled, sentenceAt(reading, match.trigger.start)),
    ...(mention.attribution ? { attribution: mention.attribution } : {}),
    ...(recoded ? { reading: { ...recoded, label: labelOf(recoded.relation, context) } } : {}),
    ...(uncoded ? { uncoded: { why: uncoded, message: UNCODED[uncoded] } } : {}),
    confidence: mention.confidence,
    confidenceParts: factors.map((f) => confidencePart(f, match)),
  };
}

/** How a standing relation came about. */
export function explainFact({ reading, match }: Held, context: Explaining): FactExplanation {
  const part = (role: Argument['role'], list: readonly Participant[] | undefined): Argument[] =>
    (list ?? []).map(({ span, mention, entities }) => ({
      role,
      span,
      entities,
      ...(mention ? { mention: mention.id } : {}),
    }));
  const parts = [...part('actor', match.slots.A), ...part('recipient', match.slots.B)];
  const relation = match.frame.relation ?? '';
  return {
    relation,
    label: labelOf(relation, context),
    ...frameReading({ reading, match, arguments: parts }, context),
  };
}

const labelOf = (id: string, { knowledge }: Explaining): string =>
  knowledge.relations.find((r) => r.id === id)?.label ?? id;

function frameReading(filled: Filled, { nameOf, ruledOut }: Explaining): FrameReading {
  const { reading, match } = filled;
  return {
    sentence: toWords(reading, sentenceAt(reading, match.trigger.start)),
    trigger: toWords(reading, match.trigger),
    frame: frameNote(match.frame),
    fixed: fixedWords(reading, match),
    slots: slotFillings(filled, nameOf),
    ruledOut,
  };
}

const UNCODED: Readonly<Record<Uncoded, string>> = {
  content: 'it is what another event of the sentence is about, and that one is coded',
  statement: 'it is a statement or an appeal, which PLOVER does not code',
  negated: 'it is denied',
  hypothetical: 'it is only possible, wished or asked for',
  'one-sided': 'only one side is named where the type or the sentence wants both',
  unsure: 'it is too unsure',
};

/** A relation other than the frame's: who agree together, a meeting that was called off. */
function drawnOtherwise(mention: EventMention, match: Match): EventMention['reading'] {
  const { relation, type } = match.frame;
  if (relation === undefined || type === 'NONE' || type === 'STANDING' || relation === mention.relation)
    return undefined;
  return {
    type,
    relation,
    status: mention.status,
    rule: DRAWN[mention.relation] ?? 'told more exactly by the words round it',
  };
}

const DRAWN: Readonly<Record<string, string>> = {
  'agreed-with': 'those who agree together are actors on both sides',
  'cancelled-meeting-with': 'a meeting that somebody calls off is REJECT by them',
  'halted-talks-with': 'talks that somebody halts are SANCTION by them',
};

/** Phrases that the frame's fixed words stand for, without those that fill a slot. */
function fixedWords(reading: Reading, { claimed, slots }: Match): Words[] {
  const taken = Object.values(slots).flatMap((list) => (list ?? []).map((x) => x.span.start));
  return [...new Set(claimed)].flatMap((index) => {
    const g = reading.doc.groups[index];
    return g && !taken.includes(g.start) ? [toWords(reading, { start: g.start, end: g.end })] : [];
  });
}

function confidencePart({ name, factor }: ConfidenceFactor, match: Match): ConfidencePart {
  const messages: Readonly<Record<ConfidenceFactor['name'], string>> = {
    frame: 'the more words of the sentence a frame asks for, the surer it is',
    noun:
      match.noun === undefined
        ? 'a verb tells it'
        : match.supported
          ? 'a noun with its verb tells it'
          : 'a noun only mentions it',
    'one-sided': factor < 1 ? 'only one side is named' : 'both sides are named',
    sides: factor < 1 ? 'a side is known from this text alone, or not at all' : 'both sides are known',
    pronouns: factor < 1 ? 'a pronoun stands for a side' : 'no pronoun stands for a side',
    mutual: factor < 1 ? 'the relation holds both ways, so both directions must be right' : 'the relation goes one way',
    standing: factor < 1 ? 'it is reported or still to come' : 'it is told as a fact',
    aside: factor < 1 ? 'it is told in passing, by a side clause' : 'the sentence tells it',
    guessed: factor < 1 ? 'a side was found outside the places that the frame names' : 'nobody had to be looked for',
    links: 'how sure the names are',
  };
  return { name, factor: Math.round(factor * 1000) / 1000, message: messages[name] };
}
