import type { EventTypeCode } from '../model/event.ts';

/** The 15 roots by which event sets of the field are scored: PLOVER's types with CONCEDE and RETREAT taken together. */
export type EventRoot = Exclude<EventTypeCode, 'CONCEDE' | 'RETREAT'> | 'YIELD';

/**
 * Relations that those sets count elsewhere than PLOVER 2.0 does, since their codes came over from CAMEO: a verdict of guilt is CAMEO 116, an accusation;
 * sanctions and embargoes (163) went to COERCE in the conversion table of 2021; attacks on computers count as attacks.
 */
const CONVERTED: Readonly<Record<string, { readonly type: EventTypeCode; readonly root: EventRoot }>> = {
  convicted: { type: 'SANCTION', root: 'ACCUSE' },
  sanctioned: { type: 'SANCTION', root: 'COERCE' },
  'cyber-attacked': { type: 'COERCE', root: 'ASSAULT' },
};

/** PLOVER type (and the edge drawn) -> one of the 15 roots: CONCEDE and RETREAT are YIELD. */
export function toRoot(type: EventTypeCode, relation?: string): EventRoot {
  const converted = relation === undefined ? undefined : CONVERTED[relation];
  if (converted?.type === type) return converted.root;
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
}
