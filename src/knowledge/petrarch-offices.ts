import type { Sector } from '../model/entity.ts';
import type { ActorCode } from './petrarch-codes.ts';
import type { DictionaryCode } from './petrarch-dictionary.ts';

/** A code with what it says. */
export type ReadCode = DictionaryCode & ActorCode;

/** What somebody of a sector is called when a dictionary dates the sector and names no office. Words of the lexicon, so that they give the sector. */
const TITLES: Readonly<Record<Sector, string>> = {
  GOV: 'government official',
  MIL: 'military officer',
  LEG: 'legislator',
  JUD: 'judge',
  COP: 'police officer',
  SPY: 'intelligence official',
  PTY: 'party official',
  REB: 'rebel',
  OPP: 'opposition politician',
  BUS: 'businessman',
  JRN: 'journalist',
  EDU: 'academic',
  REL: 'cleric',
  MED: 'doctor',
  LAB: 'trade unionist',
  CRM: 'criminal',
  IGO: 'official',
  NGO: 'official',
};

/** `government official @ AFG 2001-12-22-`: the office that a dated code gives; elites hold none. */
export function officeOf({ from = '', to = '', country, parent, sector = '' }: ReadCode): string | undefined {
  const [title, of] = [TITLES[sector], parent ?? country];
  return title && of && (from || to) ? `${title} @ ${of} ${from}-${to}` : undefined;
}

/** Offices of a person in the order in which they began. */
export function officesOf(codes: readonly ReadCode[]): readonly string[] {
  const offices = codes.flatMap((code) => {
    const text = officeOf(code);
    return text === undefined ? [] : [{ text, from: code.from ?? '' }];
  });
  offices.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return [...new Set(offices.map((o) => o.text))];
}

/** The code that holds last: one that began and has no end, else one without dates, else the one that ended last. */
export function currentCode(codes: readonly ReadCode[]): ReadCode | undefined {
  const rank = ({ from, to }: ReadCode): string => `${to ? `0${to}` : from ? '2' : '1'} ${from ?? ''}`;
  return codes.reduce<ReadCode | undefined>(
    (best, code) => (best && rank(best) >= rank(code) ? best : code),
    undefined,
  );
}
