import type { EventTypeCode } from '../model/event.ts';

/** The 15 roots by which event sets of the field are scored: PLOVER's types with CONCEDE and RETREAT taken together. */
export type EventRoot = Exclude<EventTypeCode, 'CONCEDE' | 'RETREAT'> | 'YIELD';

/** PLOVER type -> one of the 15 roots: CONCEDE and RETREAT are YIELD. */
export const toRoot = (type: EventTypeCode): EventRoot => (type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type);
