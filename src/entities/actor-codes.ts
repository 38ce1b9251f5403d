import { namePieces } from '../base/fold-name.ts';
import type { OrganizationRecord } from '../knowledge/knowledge.ts';
import type { Office, Sector } from '../model/entity.ts';
import type { FindContext } from './context.ts';
import { officesAt } from './time-fit.ts';

/**
 * ISO code under which data sets of the field file entities that few states recognise (PLOVER: sector PRE of the state in whose
 * internationally recognised borders they lie). It says how they are coded, not whose they ought to be.
 */
const FILED_UNDER: Readonly<Record<string, string>> = {
  ABK: 'GEO',
  SOS: 'GEO',
  NCY: 'CYP',
  PMR: 'MDA',
  SLD: 'SOM',
  NKR: 'AZE',
  DNR: 'UKR',
  LNR: 'UKR',
  BIA: 'NGA',
};

/** Country code and, for a partially recognised entity without ISO code, the sector PRE. */
export function codeOfCountry(code: string): { readonly country: string; readonly partial: boolean } {
  const filed = FILED_UNDER[code];
  return filed ? { country: filed, partial: true } : { country: code, partial: false };
}

/** `UNO`, `EUR`, `IGO` for international bodies, the country for national ones, empty for others (NGOs, churches). */
export function codeOfBody(ctx: FindContext, record: OrganizationRecord): string {
  if (record.countries.length === 1) return codeOfCountry(record.countries[0] ?? '').country;
  if (belongsTo(ctx, record, 'org:un', 'un-body')) return 'UNO';
  if (belongsTo(ctx, record, 'org:eu', 'eu-body')) return 'EUR';
  if (record.sector === 'IGO') return 'IGO';
  return codeOfCountry(record.countries[0] ?? '').country;
}

function belongsTo(ctx: FindContext, record: OrganizationRecord, top: string, subkind: string): boolean {
  let at: OrganizationRecord | undefined = record;
  for (let steps = 0; at && steps < 6; steps++) {
    if (at.id === top || at.subkind === subkind) return true;
    at = at.parent === undefined ? undefined : ctx.finder.index.organizations.get(at.parent);
  }
  return false;
}

const BY_SUBKIND: Readonly<Record<string, Sector>> = {
  court: 'JUD',
  parliament: 'LEG',
  army: 'MIL',
  intelligence: 'SPY',
  police: 'COP',
  party: 'PTY',
  ministry: 'GOV',
  newspaper: 'JRN',
  broadcaster: 'JRN',
  university: 'EDU',
  company: 'BUS',
};
/** Courts that are bodies of the UN: their subkind says whose they are, their names what they do. */
const BY_NAME: readonly (readonly [RegExp, Sector])[] = [
  [/\b(court|tribunal)\b/i, 'JUD'],
  [/\bparliament(ary assembly)?\b/i, 'LEG'],
];

/** Sector of a body; an international one has none of its own unless it is a court or a parliament. */
export function sectorOfBody(record: OrganizationRecord): Sector {
  const named = record.sector === 'IGO' ? BY_NAME.find(([pattern]) => pattern.test(record.name))?.[1] : undefined;
  return (
    named ??
    (record.sector && record.sector !== 'IGO' ? record.sector : (BY_SUBKIND[record.subkind] ?? record.sector ?? ''))
  );
}

/** Sector of an office by its title: the longest phrase of the lexicon in it. */
export function sectorOfTitle(ctx: FindContext, title: string): Sector | undefined {
  const parts = namePieces(title).map((p) => p.toLowerCase());
  for (let length = parts.length; length > 0; length--) {
    for (let start = 0; start + length <= parts.length; start++) {
      const phrase = ctx.finder.phrases.phrases.get(parts.slice(start, start + length).join(' '));
      if (phrase?.sector) return phrase.sector;
    }
  }
  return undefined;
}

/** Offices of state: who has left the last of them is elite, no longer government. */
export const OFFICIAL: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'SPY', 'JUD', 'COP']);

/** Without a day, who left office in this year or later is taken to be in it: undated news of them is mostly of that time. */
const LATELY = '2021';

/** Sector in which a person acts on the day: that of the office then held; `ELI` after the last one. Without a day, some years after it. */
export function sectorOfPerson(
  ctx: FindContext,
  person: { readonly offices: readonly Office[]; readonly sector?: Sector },
  date: string | undefined,
): Sector {
  const held = officesAt(person.offices, date);
  if (!date) {
    const open = person.offices.filter((o) => o.from && !o.to);
    if (open.length || person.offices.every((o) => !o.to)) return person.sector ?? '';
    const lately = person.offices.some((o) => o.to && o.to >= LATELY);
    return OFFICIAL.has(person.sector ?? '') && !lately ? 'ELI' : (person.sector ?? '');
  }
  for (const office of [...held].reverse()) {
    // The director of an NGO is neither business nor government.
    const body = ctx.finder.index.organizations.get(office.of ?? '');
    const sector = (body && body.sector !== 'IGO' && sectorOfBody(body)) || sectorOfTitle(ctx, office.title);
    if (sector) return sector;
  }
  if (held.length) return person.sector ?? '';
  const ended = person.offices.some((o) => o.to && o.to < date);
  return ended && OFFICIAL.has(person.sector ?? '') ? 'ELI' : (person.sector ?? '');
}
