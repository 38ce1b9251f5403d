import type { EventTypeCode } from '../model/event.ts';
import type { EntityId } from '../model/ids.ts';
import type { Match } from './match.ts';
import type { Participant, Reading } from './reading.ts';

/** "ordered [his country's diplomats] to return", "ordered [troops] out of their barracks": no demand of whoever they serve. */
export function areOwnPeople(
  reading: Reading,
  { frame }: Match,
  x: Participant,
  actors: ReadonlySet<EntityId>,
): boolean {
  if (tellsOf(frame)) return firstPerson(reading, x);
  if (!COMMANDING.has(frame.type) || !frame.triggers.some((t) => COMMANDS.has(t))) return false;
  return isOwned(reading, x, actors) || areServants(reading, x, actors);
}

const COMMANDING: ReadonlySet<string> = new Set<EventTypeCode>(['REQUEST', 'COERCE', 'SANCTION']);
const COMMANDS: ReadonlySet<string> = new Set([
  'order',
  'command',
  'instruct',
  'direct',
  'tell',
  'authorise',
  'authorize',
]);

/** "warned that [our country] would pay": whoever says so. */
const tellsOf = (frame: Match['frame']): boolean => frame.elements.some((e) => e.kind === 'complement' && e.subject);

const firstPerson = ({ doc }: Reading, { span }: Participant): boolean =>
  /^(?:our|my)$/i.test(doc.tokens[span.start]?.text ?? '');

function isOwned(reading: Reading, { span }: Participant, actors: ReadonlySet<EntityId>): boolean {
  for (let i = span.start; i < span.end; i++) {
    const owner = reading.doc.morphology[i]?.xpos === 'PRP$' ? reading.mentionAt(i) : undefined;
    const links = owner ? reading.linksOf(owner.id) : [];
    if (owner && (links.some((link) => actors.has(link.entity)) || (links.length === 0 && actors.size === 0)))
      return true;
  }
  return false;
}

/** Soldiers and officials of the country for which the actor acts. */
function areServants(reading: Reading, x: Participant, actors: ReadonlySet<EntityId>): boolean {
  const homes = [...actors].flatMap((id) => reading.entity(id)?.country ?? []);
  return (
    x.entities.length > 0 &&
    x.entities.every((id) => {
      const entity = reading.entity(id);
      return (
        entity?.kind === 'organization' && SERVING.has(entity.sector ?? '') && homes.includes(entity.country ?? '')
      );
    })
  );
}
const SERVING: ReadonlySet<string> = new Set(['MIL', 'GOV', 'COP', 'SPY']);
