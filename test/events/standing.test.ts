import { describe, expect, test } from 'vitest';
import { type Row, standing } from '../support/story.ts';

const read = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, ...lines) => expect(standing(text)).toEqual(lines));
};

describe('negation', () => {
  read([
    ['Kenya did not attack Somalia.', 'attacked: KEN -> SOM [negated]'],
    ["Kenya didn't attack Somalia.", 'attacked: KEN -> SOM [negated]'],
    ['Kenya has never attacked Somalia.', 'attacked: KEN -> SOM [negated]'],
    ['Kenya has not yet attacked Somalia.', 'attacked: KEN -> SOM [negated]'],
    ['Somalia was not attacked by Kenya.', 'attacked: KEN -> SOM [negated]'],
    ['Norway never met with Libya.', 'met-with: NOR <-> LBY [negated]'],
    ['Canada failed to support Mexico.', 'supports: CAN -> MEX [negated]'],
    ['Kenya did not fail to support Uganda.', 'supports: KEN -> UGA [asserted]'],
    ['No talks were held between Kenya and Somalia.', 'met-with: KEN <-> SOM [negated]'],
    ['Kenya held no talks with Somalia.', 'met-with: KEN <-> SOM [negated]'],
    ['There were no talks between Kenya and Somalia.', 'met-with: KEN <-> SOM [negated]'],
    ['Greece left without meeting Turkish officials.', 'met-with: GRC <-> TUR [negated]'],
    ['Neither Peru nor Chile criticised Bolivia.', 'criticised: PER + CHL -> BOL [negated]'],
    ['Zambia no longer supports Malawi.', 'supports: ZMB -> MWI [negated]'],
    ['Benin stopped short of criticising Ghana.', 'criticised: BEN -> GHA [negated]'],
    ['Togo stopped short of criticising Ghana.', 'criticised: TGO -> GHA [negated]'],
    [
      'Ghana neither praised Benin nor criticised Togo.',
      'praised: GHA -> BEN [negated]',
      'criticised: GHA -> TGO [negated]',
    ],
    [
      'Kenya did not attack Somalia or bomb Uganda.',
      'attacked: KEN -> SOM [negated]',
      'attacked: KEN -> UGA [negated]',
    ],
    [
      'Kenya did not attack Somalia and bombed Uganda.',
      'attacked: KEN -> SOM [negated]',
      'attacked: KEN -> UGA [asserted]',
    ],
    ['Spain avoided criticising Morocco.', 'criticised: ESP -> MAR [negated]'],
  ]);
});

describe('modality and plans', () => {
  read([
    ['Israel may attack Iran.', 'attacked: ISR -> IRN [hypothetical]'],
    ['Israel could attack Iran.', 'attacked: ISR -> IRN [hypothetical]'],
    ['Israel might have attacked Iran.', 'attacked: ISR -> IRN [hypothetical]'],
    ['Israel should attack Iran.', 'attacked: ISR -> IRN [hypothetical]'],
    ['Israel would attack Iran.', 'attacked: ISR -> IRN [hypothetical]'],
    ['Israel will attack Iran.', 'attacked: ISR -> IRN [planned]'],
    ['Israel is going to attack Iran.', 'attacked: ISR -> IRN [planned]'],
    ['Israel is about to attack Iran.', 'attacked: ISR -> IRN [planned]'],
    ['Israel is expected to attack Iran.', 'attacked: ISR -> IRN [planned]'],
    ['Israel is ready to attack Iran.', 'threatened: ISR -> IRN [asserted]', 'attacked: ISR -> IRN [planned]'],
    ['Israel plans to attack Iran.', 'attacked: ISR -> IRN [planned]'],
    ['Israel intends to attack Iran.', 'attacked: ISR -> IRN [planned]'],
    ['Israel hopes to visit Oman.', 'visited: ISR -> OMN [planned]'],
    ['Yemen put pressure on Kenya.', 'demanded-of: YEM -> KEN [asserted]'],
    [
      'Kenya and Uganda are to withdraw from Somalia and to release the Somali prisoners.',
      'withdrew-from: KEN + UGA -> SOM [planned]',
      'released: KEN + UGA -> group:SOM:prisoners [planned]',
    ],
    [
      'Kenya may attack Somalia and bomb Uganda.',
      'attacked: KEN -> SOM [hypothetical]',
      'attacked: KEN -> UGA [hypothetical]',
    ],
    [
      'Kenya visited Somalia and will attack Uganda.',
      'visited: KEN -> SOM [asserted]',
      'attacked: KEN -> UGA [planned]',
    ],
    ['Israel will not attack Iran.', 'attacked: ISR -> IRN [negated]'],
    ['Israel was able to attack Iran.', 'attacked: ISR -> IRN [asserted]'],
    ['Israel continues to attack Iran.', 'attacked: ISR -> IRN [asserted]'],
    ['The planned visit of Xi Jinping to Vietnam drew protests.', 'visited: person:xi-jinping -> VNM [planned]'],
    ['Plans for an attack on Iran by Israel are ready.', 'attacked: ISR -> IRN [planned]'],
  ]);
});

describe('reported speech', () => {
  read([
    ['Ukraine said Russia had attacked Moldova.', 'attacked: RUS -> MDA [reported by UKR (say)]'],
    ['Ukraine said that Russia attacked Moldova.', 'attacked: RUS -> MDA [reported by UKR (say)]'],
    ['Russia attacked Moldova, Ukraine said.', 'attacked: RUS -> MDA [reported by UKR (say)]'],
    ['Russia attacked Moldova, said Ukraine.', 'attacked: RUS -> MDA [reported by UKR (say)]'],
    ['Russia, Ukraine said, attacked Moldova.', 'attacked: RUS -> MDA [reported by UKR (say)]'],
    [
      'According to Turkish officials, Russia attacked Moldova.',
      'attacked: RUS -> MDA [reported by TUR (according to)]',
    ],
    ['Russia reportedly attacked Moldova.', 'attacked: RUS -> MDA [reported by "reportedly" (reportedly)]'],
    ['Allegedly, Russia attacked Moldova.', 'attacked: RUS -> MDA [reported by "allegedly" (allegedly)]'],
    ['Perhaps Russia attacked Moldova.', 'attacked: RUS -> MDA [hypothetical]'],
    ['Nobody attacked Moldova.', 'attacked: "Nobody" -> MDA [negated]'],
    ['It is unclear whether Russia attacked Moldova.', 'attacked: RUS -> MDA [hypothetical]'],
    ['Ukraine said on Monday that Russia had attacked Moldova.', 'attacked: RUS -> MDA [reported by UKR (say)]'],
    ['According to Ukraine, Russia attacked Moldova.', 'attacked: RUS -> MDA [reported by UKR (according to)]'],
    ['Russia attacked Moldova, according to Ukraine.', 'attacked: RUS -> MDA [reported by UKR (according to)]'],
    [
      '"Russia attacked Moldova," Volodymyr Zelensky said.',
      'attacked: RUS -> MDA [reported by person:volodymyr-zelensky (say)]',
    ],
    [
      '"Russia attacked Moldova," Volodymyr Zelensky said. "Russia attacked Georgia, too."',
      'attacked: RUS -> MDA [reported by person:volodymyr-zelensky (say)]',
      'attacked: RUS -> GEO [reported by person:volodymyr-zelensky (say)]',
    ],
    ['Witnesses said Kenya had attacked Somalia.', 'attacked: KEN -> SOM [reported by "Witnesses" (say)]'],
    [
      'Chad claimed that Libya attacked Niger.',
      'accused: TCD -> LBY [asserted]',
      'attacked: LBY -> NER [reported by TCD (claim)]',
    ],
    ['Uganda reported that Rwanda had attacked Burundi.', 'attacked: RWA -> BDI [reported by UGA (report)]'],
    ['Peru said it would visit Chile.', 'visited: PER -> CHL [planned by PER (say)]'],
    ['Peru said it had not attacked Chile.', 'attacked: PER -> CHL [negated by PER (say)]'],
    ['Peru did not say that Chile had attacked Bolivia.', 'attacked: CHL -> BOL [hypothetical by PER (say)]'],
    [
      'The Tass news agency reported that Iran attacked Iraq.',
      'attacked: IRN -> IRQ [reported by media:tass (report)]',
    ],
    ['Iran is said to have attacked Iraq.', 'attacked: IRN -> IRQ [reported by "" (say)]'],
    [
      'Iran denied that it had attacked Iraq.',
      'denied: IRN -> ? [asserted]',
      'attacked: IRN -> IRQ [negated by IRN (deny)]',
    ],
  ]);
});

describe('conditions and questions', () => {
  read([
    ['If Iran attacks Israel, the world will watch.', 'attacked: IRN -> ISR [hypothetical]'],
    ['Iran will suffer if it attacks Israel.', 'attacked: IRN -> ISR [hypothetical]'],
    ['Unless Chad attacks Libya, nothing will change.', 'attacked: TCD -> LBY [hypothetical]'],
    ['Reporters asked whether Kenya had attacked Somalia.', 'attacked: KEN -> SOM [hypothetical by "Reporters" (ask)]'],
    ['Has Peru expelled the Chilean ambassador?', 'expelled-diplomats-of: PER -> CHL [hypothetical]'],
    ['Italy would support Libya if the fighting stopped.', 'supports: ITA -> LBY [hypothetical]'],
  ]);
});

describe('nouns under verbs that change them', () => {
  read([
    ['Kenya called for talks with Somalia.', 'met-with: KEN <-> SOM [hypothetical]'],
    ['Kenya denied an attack on Somalia.', 'attacked: ? -> SOM [negated]'],
    ['Kenya rejected talks with Somalia.', 'cancelled-meeting-with: KEN -> SOM [asserted]'],
    ['Kenya proposed talks with Somalia.', 'offered-to: KEN -> SOM [asserted]'],
    [
      'Kenya condemned the attack by Chad on Libya.',
      'criticised: KEN -> TCD [asserted]',
      'attacked: TCD -> LBY [asserted]',
    ],
    ['Kenya did not launch an attack on Somalia.', 'attacked: KEN -> SOM [negated]'],
    ['Kenya will hold talks with Somalia.', 'met-with: KEN <-> SOM [planned]'],
    ['Possible talks between Kenya and Somalia were discussed.', 'met-with: KEN <-> SOM [hypothetical]'],
  ]);
});

// Asserted as they are read today, with the reason; a better reading moves a row into a table above.
describe('known limits', () => {
  read([
    // A verb that shares the object of a later one has none of its own.
    ['Ghana neither praised nor criticised Togo.', 'criticised: GHA -> TGO [negated]'],
    // "attack" behind "did" and a name is taken for a noun: no event, at least no wrong one.
    ['Did Kenya attack Somalia?'],
    ['Why did Kenya attack Somalia?'],
    // Behind a deed of violence "of" names those who suffered it, even where "on" names them too.
    [
      'Kenya condemned the attack of Chad on Libya.',
      'criticised: KEN -> "the attack" [asserted]',
      'attacked: TCD -> LBY [asserted]',
    ],
    // "plan" is no light verb, so that its subject does not reach the noun.
    ['Kenya planned an attack on Somalia.', 'attacked: KEN -> SOM [planned]'],
  ]);
});
