import { describe, expect, test } from 'vitest';
import { analyse, facts, type Row, standing, who } from '../support/story.ts';

const read = (of: (text: string) => string[], rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, ...lines) => expect(of(text)).toEqual(lines));
};
const HERE = '-0123456789ab';

describe('a place inside a phrase about a thing is nobody', () => {
  read(who, [
    ['Peru has approved a plan for a mine in Bolivia.', 'conceded-to: PER -> ?'],
    ['Uganda voted in favour of the Treaty of Rome.', 'supports: UGA -> "the Treaty"'],
    ['The leader was sentenced for involvement with a terrorist group in Finland.'],
    ['The leader was sentenced to death in Finland.', 'convicted: FIN -> "The leader"'],
    ['A man shot a rifle near the capital of Costa Rica.'],
    ['The gunmen shot two Peruvian soldiers near Quito.', 'attacked: group:01234567:gunmen -> group:PER:soldiers'],
    ['Kenya bombed a school after the attack in Somalia.', 'attacked: KEN -> "a school"'],
    ['Kenya bombed a school in Somalia.', 'attacked: KEN -> SOM'],
    ['Bolivia banned the march amid unrest in Chile.', 'restricted: BOL -> ?'],
    ['Croatian parties ended a conflict in Croatia.', 'made-truce-with: org:HRV:party <-> ?'],
  ]);
});

describe('whom a place tells that the recipient leaves open', () => {
  read(who, [
    ['Norway sent blankets to those affected by the floods in Malawi.', 'gave-aid-to: NOR -> MWI'],
    ['Norway gave tents to 40,000 people uprooted by fighting in northern Mali.', 'gave-aid-to: NOR -> MLI'],
    ['Norway gave tents to 40,000 people in the weeks after the earthquake in Nepal.', 'gave-aid-to: NOR -> NPL'],
    ['Norway lifted curbs on the right of farmers to own land in Cuba.', 'eased-measures-against: NOR -> CUB'],
    ['Norway paid the salaries of the clerks of Gaza.', 'gave-aid-to: NOR -> place:gaza-strip'],
    ["Norway paid the bill of Gaza's power plant.", 'gave-aid-to: NOR -> place:gaza-strip'],
    ['Norway evacuated 300 people from Chad.', 'gave-aid-to: NOR -> TCD'],
    ['Norway closed two crossings into Chad.', 'restricted: NOR -> TCD'],
    ['Norway bought gas from a field in Oman.', 'trades-with: NOR <-> OMN'],
    [
      'Norway agreed to open its border for lorries to enter Yemen.',
      'offered-to: NOR -> YEM',
      'gave-access-to: NOR -> YEM',
    ],
    ['Norway froze payments for projects in Uganda.', 'cut-aid-to: NOR -> UGA'],
    ["Norway forgave Mali's debt of two million dollars.", 'gave-aid-to: NOR -> MLI'],
    ['Norway wrote off two million dollars owed by Mali.', 'gave-aid-to: NOR -> MLI'],
    [
      'Police in Chad shared data with traders from northern Mali.',
      'cooperates-with: org:TCD:police <-> group:MLI:traders',
    ],
  ]);
  test('the words that say where they are from belong to a description', () => {
    const text = 'Police in Chad shared data with traders from northern Mali.';
    const { document, eventMentions } = analyse(text);
    const words = eventMentions[0]?.arguments.map(({ span }) =>
      text.slice(document.tokens[span.start]?.start, document.tokens[span.end - 1]?.end),
    );
    expect(words?.slice(0, 2)).toEqual(['Police in Chad', 'traders from northern Mali']);
  });
});

describe('who a word in between belongs to', () => {
  read(who, [
    ['Fiji cancelled a dialogue between Israeli and Palestinian envoys.', 'cancelled-meeting-with: FJI -> ISR + PSE'],
    ['Several countries including Chile and Peru condemned Russia.', 'criticised: CHL + PER -> RUS'],
    ['Rebel groups such as Hezbollah attacked Malta.', 'attacked: group:hezbollah -> MLT'],
    ['Leaders such as Angela Merkel criticised Malta.', 'criticised: person:angela-merkel -> MLT'],
    ['Ghana ordered the Chadian troops to evacuate.', 'demanded-of: GHA -> org:TCD:armed-forces'],
    ['Narendra Modi ordered Indian troops to evacuate.', 'demanded-of: person:narendra-modi -> ?'],
    ['An accord was reached between Peru and Chile.', 'signed-with: PER <-> CHL'],
    ['The charges will be dropped in two phases, one on Monday and one on the envoy of Morocco.'],
    ['China and Taiwan, which administers Kinmen, condemned Malta.', 'criticised: CHN + TWN -> MLT'],
    ['Malta said that demand was weak.'],
  ]);
});

describe('strikes, messages and judgements', () => {
  read(who, [
    ['Iran launched a missile strike at Iraq.', 'attacked: IRN -> IRQ'],
    ['Oman and Chad launched land and air strikes on camps in Yemen.', 'attacked: OMN + TCD -> YEM'],
    ['Chadian nurses launched a strike over the Maltese budget.', 'protested-against: group:TCD:nurses -> MLT'],
    ['Israel sent Syria a message.', 'sent-message-to: ISR -> SYR'],
    ['Syria received a letter from Israel.', 'sent-message-to: ISR -> SYR'],
    ['Israel exchanged letters with Syria.', 'spoke-with: ISR <-> SYR'],
    ['Malta described Kenya as the leader of the bloc.'],
    ['Malta described Hezbollah as part of a terrorist network.', 'accused: MLT -> group:hezbollah'],
    ['Malta described Kenya as a reliable partner.', 'praised: MLT -> KEN'],
    ['The Somali army cleared the town of Shabaab fighters.', 'attacked: org:SOM:army -> group:al-shabaab'],
    ['The Somali army cleared the road.'],
    ['Armenia claimed that Georgia was bombed.', 'attacked: ? -> GEO'],
    ['Armenia claimed that Georgia shelled villages.', 'accused: ARM -> GEO', 'attacked: GEO -> "villages"'],
    ['In the meantime, Kenya has imposed a curfew.', 'restricted: KEN -> ?'],
    ["Israel approved Yasser Arafat's flight to Gaza.", 'conceded-to: ISR -> person:yasser-arafat'],
  ]);
});

describe('what is agreed on is still to come', () => {
  read(standing, [
    [
      'Peru and Chile reached an agreement on a summit.',
      'signed-with: PER <-> CHL [asserted]',
      'met-with: PER <-> CHL [planned]',
    ],
  ]);
});

describe('who takes part, and in which event', () => {
  read(facts, [
    [
      'France and Japan reached an agreement in Bonn.',
      `took-part-in: FRA -> event:france-japan-agreement${HERE}`,
      `took-part-in: JPN -> event:france-japan-agreement${HERE}`,
      `took-place-in: event:france-japan-agreement${HERE} -> place:bonn`,
    ],
    [
      'Turkey ended its war in Syria.',
      `took-part-in: TUR -> event:turkey-syria-war${HERE}`,
      `took-place-in: event:turkey-syria-war${HERE} -> SYR`,
    ],
    [
      'Kenya attacked Somalia near Mogadishu.',
      `took-part-in: KEN -> event:kenya-somalia-attack-mogadishu${HERE}`,
      `took-place-in: event:kenya-somalia-attack-mogadishu${HERE} -> place:mogadishu`,
    ],
  ]);

  test('another one is not the one before', () => {
    const events = (text: string): number => analyse(text).entities.filter((e) => e.kind === 'event').length;
    expect(events('Peru and Chile signed a treaty. The treaty was praised.')).toBe(1);
    expect(events('Peru and Chile signed a treaty. Peru and Chile signed another treaty.')).toBe(2);
  });
});

describe('members are those of bodies', () => {
  const members = (text: string): string[] =>
    analyse(text)
      .facts.filter((f) => f.relation === 'member-of')
      .map((f) => `${f.source} -> ${f.target}`);
  read(members, [
    ['Kenya joined the African Union.', 'country:KEN -> org:african-union'],
    ['Angela Merkel joined France in the talks.'],
    ['Kenya joined the African Union in calling for peace.'],
    ['Kenya joined the Norwegian envoy.'],
  ]);
});
