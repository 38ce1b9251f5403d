import { foldName } from '../base/fold-name.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** Folded name of a town or of a first-order division -> id of its state. */
export type TownIndex = ReadonlyMap<string, string>;

/** Some 10,000 names; built when the first actor phrase asks for them. */
export const indexTowns = ({ towns }: Pick<Knowledge, 'towns'>): TownIndex =>
  new Map(towns.flatMap(({ country, names }) => names.split(' | ').map((name) => [foldName(name), country] as const)));

const RUN = /\p{Lu}[\p{L}'’.-]*(?: (?:(?:de|del|da|do|la|el|al) )?\p{Lu}[\p{L}'’.-]*)*/gu;

/** What stands behind the name of a town or division and belongs to it. */
const OF_TOWN =
  / (?:City|Town|Province|State|District|County|Governorate|Department|Municipality|Municipal|Regional|Council|Police|University|Hospital|Airport|Prison|Court)$/;

/** The state of the first town that the phrase names: "police in [Sabratha]", "[Zouerat] Regional Council". */
export function stateOfTown(index: TownIndex, phrase: string): string | undefined {
  for (const [run] of phrase.replace(/^(?:The|An?) /, '').matchAll(RUN)) {
    let name = run;
    while (!index.has(foldName(name)) && OF_TOWN.test(name)) name = name.replace(OF_TOWN, '');
    const state = index.get(foldName(name));
    if (state !== undefined) return state;
  }
  return undefined;
}
