import type { Sector } from '../model/entity.ts';

/** Which codes a dictionary uses: `MED` is a journalist in CAMEO and a doctor in PLOVER. */
export type CodeScheme = 'cameo' | 'plover';

/** A code of several letters-in-threes, taken apart. */
export interface ActorCode {
  /** Id of a row of `countries.tsv`; absent for international actors. */
  readonly country?: string;
  readonly sector?: Sector;
  /** `org:un`, `org:eu`: the body of which the actor is a part. */
  readonly parent?: string;
  /** Parts that say nothing which Dragoman keeps: unknown ones, ethnic groups, second countries. */
  readonly unread: readonly string[];
}

/** Codes of states that ISO 3166-1 has given up or changed, and that CAMEO has of its own. Source: ISO 3166-3; CAMEO manual 1.1b3. */
const COUNTRY_CODES: Readonly<Record<string, string>> = {
  ...{ TMP: 'TLS', ROM: 'ROU', ZAR: 'COD', BUR: 'MMR', USR: 'SUN', KSV: 'XKX' },
  ...{ PAL: 'PSE', GZA: 'PSE', WBK: 'PSE' },
};

/** CAMEO role -> PLOVER sector. Source: the agents that both dictionaries of the Open Event Data Alliance list; CAMEO manual 1.1b3, chapter 3. */
const CAMEO_SECTORS: Readonly<Record<string, Sector>> = {
  ...{ MED: 'JRN', HLH: 'MED', HRI: 'NGO', ENV: 'SOC', INS: 'REB', SEP: 'REB', PPL: 'UNK', NGM: 'ISM' },
  // Religions, and the confessions within them.
  ...{ CHR: 'REL', CTH: 'REL', PRO: 'REL', DOX: 'REL', CPT: 'REL', MUS: 'REL', SHI: 'REL', SUN: 'REL', SFI: 'REL' },
  ...{ JEW: 'REL', HSD: 'REL', HIN: 'REL', BUD: 'REL', SIK: 'REL', BAH: 'REL', CON: 'REL', TAO: 'REL' },
  ...{ MOS: 'REL', UDX: 'REL', JAN: 'REL', LDS: 'REL', JHW: 'REL', SHN: 'REL', ZRO: 'REL', ITR: 'REL' },
};

/** PLOVER sectors that CAMEO has under the same letters. */
const SHARED =
  'GOV MIL REB OPP PTY COP JUD SPY UAF AGR BUS CRM CVL EDU ELI LAB LEG REF PRM NGO IGO IMG MNC REL SOC'.split(' ');
const PLOVER_ONLY = 'JRN MED ISM PRE UNK'.split(' ');

/** CAMEO's regions: Middle East, Latin America … */
const REGIONS = new Set(
  'AFR ASA BLK CAS CAU CEU CFR CRB EAF EEU EIN EUR LAM MDT MEA NAF NMR PGS SAF SAM SAS SCN SEA WAF WEU WST'.split(' '),
);
/** First parts that say that an actor belongs to no one country. */
const INTERNATIONAL = new Set(['IGO', 'NGO', 'NGM', 'IMG', 'MNC', 'INT', 'UNO', 'ISM', ...REGIONS]);
/** Behind a country these say who is meant, and no sector: radical, moderate, development. */
const WITHOUT_SECTOR = new Set(['RAD', 'MOD', 'DEV', 'INT']);

/** The scheme of a dictionary by the codes that only one of them has. */
export const schemeOf = (codes: readonly string[]): CodeScheme =>
  codes.some((code) => partsOf(code).includes('JRN')) ? 'plover' : 'cameo';

const partsOf = (code: string): readonly string[] => code.match(/.{1,3}/g) ?? [];

/** Takes a code apart: `AFGGOV`, `IGOUNO`, `REBMUS`. @param countries ids of `countries.tsv` */
export function readActorCode(code: string, countries: ReadonlySet<string>, scheme: CodeScheme): ActorCode {
  const parts = partsOf(code);
  const countryOf = (part: string): string | undefined => {
    const id = COUNTRY_CODES[part] ?? part;
    return countries.has(id) ? id : undefined;
  };
  const [first = ''] = parts;
  const international = INTERNATIONAL.has(first);
  let country = international ? undefined : countryOf(first);
  // Whose actor it is must be known: a region or an unknown state makes the whole code useless.
  if (!international && !country && !sectorOf(first, scheme) && !BODIES[scheme][first]) return { unread: [first] };
  let sector: Sector | undefined;
  let parent: string | undefined;
  const unread: string[] = [];
  for (const part of country ? parts.slice(1) : parts) {
    const read = sectorOf(part, scheme);
    const body = BODIES[scheme][part];
    if (body) {
      parent ??= body;
      sector ??= 'IGO';
    } else if (read) sector ??= read;
    else if (international && !country && countryOf(part)) country = countryOf(part);
    else if (!WITHOUT_SECTOR.has(part) && !(international && REGIONS.has(part))) unread.push(part);
  }
  return { ...(country ? { country } : {}), ...(sector ? { sector } : {}), ...(parent ? { parent } : {}), unread };
}

/** CAMEO writes the European Union `IGOEUREEC`, where EUR is only the region. */
const BODIES: Readonly<Record<CodeScheme, Readonly<Record<string, string>>>> = {
  cameo: { UNO: 'org:un', EEC: 'org:eu' },
  plover: { UNO: 'org:un', EUR: 'org:eu' },
};

function sectorOf(part: string, scheme: CodeScheme): Sector | undefined {
  if (SHARED.includes(part)) return part;
  return scheme === 'plover' ? (PLOVER_ONLY.includes(part) ? part : undefined) : CAMEO_SECTORS[part];
}
