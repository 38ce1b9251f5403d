import type { EntityKind } from '../../src/model/entity.ts';
import type { QuadClass, Status } from '../../src/model/event.ts';

/** Families into which edge types fall: the four quad classes of event data, and ties that hold without happening. */
export type Family = 'talk' | 'help' | 'dispute' | 'force' | 'tie';

export const KINDS: readonly EntityKind[] = ['country', 'organization', 'person', 'event', 'place', 'issue'];
export const STATUSES: readonly Status[] = ['asserted', 'reported', 'planned', 'hypothetical', 'negated'];
export const FAMILIES: readonly Family[] = ['talk', 'help', 'dispute', 'force', 'tie'];

const KIND_WORDS: Readonly<Record<EntityKind, readonly [string, string]>> = {
  country: ['Country', 'Countries'],
  organization: ['Organisation', 'Organisations'],
  person: ['Person', 'People'],
  event: ['Event', 'Events'],
  place: ['Place', 'Places'],
  issue: ['Issue', 'Issues'],
};

export const kindWord = (kind: EntityKind): string => KIND_WORDS[kind][0];
export const kindPlural = (kind: EntityKind): string => KIND_WORDS[kind][1];

export const FAMILY_WORDS: Readonly<Record<Family, string>> = {
  talk: 'Talks and support',
  help: 'Practical cooperation',
  dispute: 'Disputes in words',
  force: 'Sanctions and force',
  tie: 'Standing ties',
};

export interface StatusWord {
  readonly label: string;
  /** What the status means, for tooltips and the legend. */
  readonly meaning: string;
}

export const STATUS_WORDS: Readonly<Record<Status, StatusWord>> = {
  asserted: { label: 'Stated', meaning: 'The article states it as a fact' },
  reported: { label: 'Reported', meaning: 'Somebody quoted in the article says so' },
  planned: { label: 'Planned', meaning: 'It is announced or expected, not done' },
  hypothetical: { label: 'Hypothetical', meaning: 'A condition, a wish or a possibility' },
  negated: { label: 'Denied', meaning: 'The article says that it did not happen' },
};

const QUAD_FAMILY: Readonly<Record<QuadClass, Family>> = { 1: 'talk', 2: 'help', 3: 'dispute', 4: 'force' };

/** An edge without a quad class is a standing tie. */
export const familyOf = (quad: QuadClass | undefined): Family => (quad === undefined ? 'tie' : QUAD_FAMILY[quad]);

const SECTORS: Readonly<Record<string, string>> = {
  GOV: 'government',
  LEG: 'legislature',
  JUD: 'judiciary',
  MIL: 'military',
  COP: 'police',
  SPY: 'intelligence',
  PRM: 'paramilitary',
  PTY: 'political party',
  OPP: 'opposition',
  REB: 'rebels',
  JRN: 'media',
  BUS: 'business',
  REL: 'religious',
  EDU: 'education',
  CVL: 'civilians',
  SOC: 'civil society',
  IGO: 'intergovernmental',
  UNO: 'United Nations',
  EUR: 'European Union',
  NGO: 'non-governmental',
  IMG: 'armed group',
  MNC: 'multinational company',
};

export const sectorWord = (sector: string): string => SECTORS[sector] ?? sector;

/** `1 act`, `2 acts`, `1,204 acts`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}
