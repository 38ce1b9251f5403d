/**
 * An index at which no list has anything, for reading what may not be there: `list[at ?? NOWHERE]`. At a negative index V8 looks for a
 * property of that name, which takes ten times longer.
 */
export const NOWHERE = 0x3fff_ffff;
