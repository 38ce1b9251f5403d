import type { Frame, Knowledge } from './knowledge.ts';
import type { Finding } from './lint.ts';

const RELATIONS = 'ontology/relations.yaml';
const CONTROL = /\p{Cc}/u;

/** Frames against the ontology: relations, modes, examples; types without frames; relations of unknown types or codes. */
export function lintFrames(knowledge: Knowledge): Finding[] {
  return [
    ...lintRelations(knowledge),
    ...lintEachFrame(knowledge),
    ...lintModes(knowledge),
    ...lintTwins(knowledge.frames),
  ];
}

function lintRelations({ relations, eventTypes, goldstein }: Knowledge): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const relation of relations) {
    const say = (message: string): void => {
      findings.push({ id: '', place: `${RELATIONS}: ${relation.id}`, message });
    };
    if (seen.has(relation.id)) say('the relation is defined twice');
    seen.add(relation.id);
    if (!/^[a-z]+(-[a-z]+)*$/.test(relation.id)) say('a relation id is lower-case words with hyphens');
    if (relation.symmetric && relation.label !== relation.inverse)
      say('a symmetric relation has one label for both ways');
    if (relation.cameo && !(relation.cameo in goldstein)) say(`CAMEO code ${relation.cameo} has no Goldstein value`);
    const type = eventTypes.find((t) => t.type === relation.event);
    if (relation.event && !type) say(`there is no event type "${relation.event}"`);
    if (relation.mode && !type?.modes.some((m) => m.id === relation.mode))
      say(`${relation.event ?? 'a standing relation'} has no mode "${relation.mode}"`);
  }
  return findings;
}

function lintEachFrame({ frames, relations, eventTypes }: Knowledge): Finding[] {
  const types = new Map(eventTypes.map((t) => [t.type as string, t]));
  const byId = new Map(relations.map((r) => [r.id, r]));
  const findings: Finding[] = [];
  for (const frame of distinct(frames)) {
    const say = (message: string): void => {
      findings.push({ id: frame.id, message });
    };
    if (!frame.example) say('the frame has no example');
    if (CONTROL.test(frame.example)) say('the example has a control character');
    if (frame.type === 'NONE') {
      if (frame.relation || frame.mode) say('a reading that is no event has no relation and no mode');
      continue;
    }
    if (frame.type === 'STANDING') {
      if (byId.get(frame.relation ?? '')?.event !== undefined || frame.mode)
        say('what holds has a standing relation and no mode');
      continue;
    }
    const type = types.get(frame.type);
    const relation = byId.get(frame.relation ?? '');
    if (!type) say(`there is no event type "${frame.type}"`);
    if (relation?.event !== frame.type) say(`relation "${frame.relation ?? ''}" is not one of ${frame.type}`);
    if (frame.mode && type && !type.modes.some((m) => m.id === frame.mode))
      say(`${frame.type} has no mode "${frame.mode}"`);
  }
  return findings;
}

/** A row that was written out gives several frames of one id. */
const distinct = (frames: readonly Frame[]): Iterable<Frame> => new Map(frames.map((f) => [f.id, f])).values();

function lintModes({ frames, relations, eventTypes }: Knowledge): Finding[] {
  const relationMode = new Map(relations.map((r) => [r.id, r.mode]));
  const read = new Set(frames.map((f) => `${f.type} ${f.mode ?? relationMode.get(f.relation ?? '') ?? ''}`));
  return eventTypes.flatMap(({ type, modes }) => {
    const place = `lexicon/en/frames/${type}.tsv`;
    const none = frames.some((f) => f.type === type)
      ? []
      : [{ id: '', place, message: `${type} has no frame`, kind: 'gap' as const }];
    const missing = modes.filter((m) => !read.has(`${type} ${m.id}`));
    return [
      ...none,
      ...missing.map((m) => ({ id: '', place, message: `mode "${m.id}" has no frame`, kind: 'gap' as const })),
    ];
  });
}

/**
 * Words that two rows read in the same way: an error when they say different things by it (which of them is read would be chance), and when one
 * row adds nothing to others.
 */
function lintTwins(frames: readonly Frame[]): Finding[] {
  const seen = new Map<string, Frame>();
  const findings = new Map<string, Finding>();
  const useful = new Set<string>();
  const redundant = new Map<string, Frame>();
  for (const frame of frames) {
    const shape = JSON.stringify([
      frame.type === 'STANDING',
      frame.pos,
      frame.specificity,
      frame.particle ?? [],
      frame.elements,
    ]);
    for (const trigger of frame.triggers) {
      const key = `${trigger} ${shape}`;
      const twin = seen.get(key) ?? frame;
      seen.set(key, twin);
      if (twin.id === frame.id) useful.add(frame.id);
      else if (meaning(twin) === meaning(frame)) redundant.set(frame.id, twin);
      else
        findings.set(frame.id, {
          id: frame.id,
          rivals: [twin.id],
          message: `"${trigger}" is read by "${twin.id}" too, which says otherwise: keep one of them`,
        });
    }
  }
  for (const [id, twin] of redundant)
    if (!useful.has(id))
      findings.set(id, {
        id,
        rivals: [twin.id],
        message: `it reads nothing that "${twin.id}" doesn't`,
        kind: 'useless',
      });
  return [...findings.values()];
}

const meaning = (frame: Frame): string => `${frame.type} ${frame.relation ?? ''} ${frame.mode ?? ''}`;
