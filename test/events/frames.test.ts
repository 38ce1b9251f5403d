import { describe, expect, test } from 'vitest';
import { type Row, who } from '../support/story.ts';

const read = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, ...lines) => expect(who(text)).toEqual(lines));
};

describe('active voice', () => {
  read([
    ['Kenya attacked Somalia.', 'attacked: KEN -> SOM'],
    ['Zambian police arrested two Congolese traders.', 'arrested: org:ZMB:police -> group:COD:traders'],
    ['Portugal praised Angola for the rescue.', 'praised: PRT -> AGO'],
    ['Mexico criticised Spain over the letter.', 'criticised: MEX -> ESP'],
    ['Poland expelled three Belarusian diplomats.', 'expelled-diplomats-of: POL -> BLR'],
    ['Bolivia broke off relations with Israel.', 'broke-relations-with: BOL -> ISR'],
    ['The United States imposed sanctions on Myanmar.', 'sanctioned: USA -> MMR'],
    ['Iceland recognised Lithuania.', 'recognised: ISL -> LTU'],
    ['Austria shook hands with Hungary.', 'met-with: AUT <-> HUN'],
    ['Denmark apologised to Greenland.', 'apologised-to: DNK -> GRL'],
    ['Russia vetoed the resolution of France.', 'vetoed: RUS -> FRA'],
    ['Malaysia warned Singapore.', 'warned: MYS -> SGP'],
    ['Chad accused Sudan.', 'accused: TCD -> SDN'],
    ['Emmanuel Macron visited Tunisia.', 'visited: person:emmanuel-macron -> TUN'],
    ['Angela Merkel met Petro Poroshenko.', 'met-with: person:angela-merkel <-> person:petro-poroshenko'],
    ['Japan lent money to Bangladesh.', 'gave-aid-to: JPN -> BGD'],
    ['Germany sent tanks to Ukraine.', 'armed: DEU -> UKR'],
    ['Cuban troops withdrew from Angola.', 'withdrew-from: org:CUB:armed-forces -> AGO'],
    ['Nigeria supports Senegal.', 'supports: NGA -> SEN'],
    ['Tehran released the British sailors.', 'released: IRN -> group:GBR:sailors'],
    ['Ethiopia bombed the capital of Eritrea.', 'attacked: ETH -> ERI'],
  ]);
});

describe('passive voice', () => {
  read([
    ['Somalia was attacked by Kenya.', 'attacked: KEN -> SOM'],
    ['Two Congolese traders were arrested by Zambian police.', 'arrested: org:ZMB:police -> group:COD:traders'],
    ['Angola was praised by Portugal.', 'praised: PRT -> AGO'],
    ['Spain has been criticised by Mexico.', 'criticised: MEX -> ESP'],
    ['Three Belarusian diplomats were expelled by Poland.', 'expelled-diplomats-of: POL -> BLR'],
    ['Sanctions on Myanmar were imposed by the United States.', 'sanctioned: USA -> MMR'],
    ['Lithuania was recognised by Iceland.', 'recognised: ISL -> LTU'],
    ['Singapore is being warned by Malaysia.', 'warned: MYS -> SGP'],
    ['Sudan was accused by Chad.', 'accused: TCD -> SDN'],
    ['A ban on travel to Peru was lifted by Chile.', 'eased-measures-against: CHL -> PER'],
    ['Ties between Chad and Israel were restored in March.', 'mended-ties-with: TCD <-> ISR'],
    ['Tunisia was visited by Emmanuel Macron.', 'visited: person:emmanuel-macron -> TUN'],
    ['Tanks were sent to Ukraine by Germany.', 'armed: DEU -> UKR'],
    ['The British sailors were released by Iran.', 'released: IRN -> group:GBR:sailors'],
  ]);
});

describe('passive voice without a doer', () => {
  read([
    ['Kenya was attacked on Monday.', 'attacked: ? -> KEN'],
    ['Three Belarusian diplomats were expelled.', 'expelled-diplomats-of: ? -> BLR'],
    ['Taiwan was criticised.', 'criticised: ? -> TWN'],
    ['Two French journalists were kidnapped in Mali.', 'abducted: ? -> group:FRA:journalists'],
    ['Iraq was invaded in March.', 'attacked: ? -> IRQ'],
    ['The Polish hostages have been freed.', 'released: ? -> group:POL:hostages'],
  ]);
});

describe('nouns that tell an event', () => {
  read([
    ["Emmanuel Macron's visit to Tunisia ended.", 'visited: person:emmanuel-macron -> TUN'],
    ['The visit of Emmanuel Macron to Tunisia ended.', 'visited: person:emmanuel-macron -> TUN'],
    ['The French visit to Tunisia ended.', 'visited: FRA -> TUN'],
    ['A visit by Emmanuel Macron to Tunisia ended.', 'visited: person:emmanuel-macron -> TUN'],
    ['Talks between Norway and Iceland ended.', 'met-with: NOR <-> ISL'],
    [
      'A meeting between Angela Merkel and Viktor Orban took place.',
      'met-with: person:angela-merkel <-> person:viktor-orban',
    ],
    ['The attack by Kenya on Somalia surprised everybody.', 'attacked: KEN -> SOM'],
    ['The Kenyan attack on Somalia surprised everybody.', 'attacked: KEN -> SOM'],
    ["Kenya's attack on Somalia surprised everybody.", 'attacked: KEN -> SOM'],
    ["India's support for Nepal is old.", 'supports: IND -> NPL'],
    ['Japanese aid to Bangladesh arrived.', 'gave-aid-to: JPN -> BGD'],
    ["Poland's expulsion of Russian diplomats came late.", 'expelled-diplomats-of: POL -> RUS'],
    ['American sanctions against Venezuela hurt.', 'sanctioned: USA -> VEN'],
    ['The withdrawal of Cuban troops from Angola was complete.', 'withdrew-from: org:CUB:armed-forces -> AGO'],
    ["China's criticism of Australia was harsh.", 'criticised: CHN -> AUS'],
    ['Negotiations between Chile and Bolivia resumed.', 'negotiates-with: CHL <-> BOL'],
    ['US-China talks opened.', 'met-with: USA <-> CHN'],
  ]);
});

describe('light verbs', () => {
  read([
    ['Norway held talks with Iceland.', 'met-with: NOR <-> ISL'],
    ['Norway and Iceland held talks.', 'met-with: NOR <-> ISL'],
    ['Talks were held between Norway and Iceland.', 'met-with: NOR <-> ISL'],
    ['Turkey launched an attack on Syria.', 'attacked: TUR -> SYR'],
    ['An attack on Syria was launched by Turkey.', 'attacked: TUR -> SYR'],
    ['Iran carried out air strikes against Iraq.', 'attacked: IRN -> IRQ'],
    ['Brazil paid a visit to Argentina.', 'visited: BRA -> ARG'],
    ['Finland gave support to Estonia.', 'supports: FIN -> EST'],
    ['Peru made an apology to Chile.', 'apologised-to: PER -> CHL'],
    ['Chad received aid from Libya.', 'gave-aid-to: LBY -> TCD'],
    ['Syria came under attack from Turkey.', 'attacked: TUR -> SYR'],
    ['Belarus faced criticism from Vilnius.', 'criticised: LTU -> BLR'],
    ['Minsk faced criticism from Vilnius.', 'criticised: LTU -> BLR'],
    ['Lula da Silva embarked on a visit to Angola.', 'visited: person:luiz-inacio-lula-da-silva -> AGO'],
    ['Egypt and Turkey conducted a joint exercise.', 'cooperates-with: EGY <-> TUR'],
  ]);
});

describe('mutual events', () => {
  read([
    ['Norway and Iceland met.', 'met-with: NOR <-> ISL'],
    ['Norway met with Iceland.', 'met-with: NOR <-> ISL'],
    ['Armenia and Azerbaijan met in Geneva.', 'met-with: ARM <-> AZE'],
    ['Japan and Vietnam signed a trade agreement.', 'signed-with: JPN <-> VNM'],
    ['Japan signed a trade agreement with Vietnam.', 'signed-with: JPN <-> VNM'],
    ['A trade agreement was signed by Japan and Vietnam.', 'signed-with: JPN <-> VNM'],
    ['Peru and Ecuador cooperate on fishing.', 'cooperates-with: PER <-> ECU'],
    [
      'Armenia fought Azerbaijan. The two countries signed a treaty.',
      'fights: ARM <-> AZE',
      'signed-with: ARM <-> AZE',
    ],
    ['Chad and Libya agreed on a ceasefire.', 'agreed-with: TCD <-> LBY'],
    ['Joe Biden spoke by telephone with Xi Jinping.', 'spoke-with: person:joe-biden <-> person:xi-jinping'],
  ]);
});

describe('lists', () => {
  read([
    ['France, Germany and Italy condemned Russia.', 'criticised: FRA + DEU + ITA -> RUS'],
    ['Russia was condemned by France, Germany and Italy.', 'criticised: FRA + DEU + ITA -> RUS'],
    ['Peru criticised Chile and Bolivia.', 'criticised: PER -> CHL + BOL'],
    ['Peru criticised Chile, Bolivia and Ecuador.', 'criticised: PER -> CHL + BOL + ECU'],
    ['Kenya and Uganda visited Rwanda.', 'visited: KEN + UGA -> RWA'],
    ['Turkey attacked Syria and threatened Iraq.', 'attacked: TUR -> SYR', 'threatened: TUR -> IRQ'],
    [
      'Iran praised Oman, warned Iraq and criticised Jordan.',
      'praised: IRN -> OMN',
      'warned: IRN -> IRQ',
      'criticised: IRN -> JOR',
    ],
    ['Both Norway and Sweden supported Finland.', 'supports: NOR + SWE -> FIN'],
    ['Both Norway and Sweden support Finland.', 'supports: NOR + SWE -> FIN'],
    ['Spain as well as Portugal criticised Morocco.', 'criticised: ESP + PRT -> MAR'],
  ]);
});

describe('relative clauses and participles', () => {
  read([
    ['Serbia, which had criticised Kosovo, praised China.', 'criticised: SRB -> XKX', 'praised: SRB -> CHN'],
    [
      'The Kenyan soldiers who attacked Somalia praised Uganda.',
      'attacked: group:KEN:soldiers -> SOM',
      'praised: group:KEN:soldiers -> UGA',
    ],
    ['Zambia praised Malawi, which Tanzania had attacked.', 'praised: ZMB -> MWI', 'attacked: TZA -> MWI'],
    ['Iraq, attacked by Iran, criticised Kuwait.', 'attacked: IRN -> IRQ', 'criticised: IRQ -> KWT'],
    ['Mali, having criticised France, praised Russia.', 'criticised: MLI -> FRA', 'praised: MLI -> RUS'],
    ['Jordan criticised Israel after Iraq attacked Lebanon.', 'criticised: JOR -> ISR', 'attacked: IRQ -> LBN'],
  ]);
});

describe('verbs of several words', () => {
  read([
    ['Egypt called off talks with Ethiopia.', 'cancelled-meeting-with: EGY -> ETH'],
    ['Estonia shot down a Russian aircraft.', 'attacked: EST -> RUS'],
    ['Canada cut off aid to Uganda.', 'cut-aid-to: CAN -> UGA'],
    ['Morocco pulled its troops out of Mauritania.', 'withdrew-from: MAR -> MRT'],
    ['Laos turned down an offer from Thailand.', 'rejected: LAO -> THA'],
    ['Chinese troops took part in an exercise with Russia.', 'cooperates-with: org:CHN:armed-forces <-> RUS'],
    ['Barack Obama shakes hands with Raul Castro.', 'met-with: person:barack-obama <-> person:raul-castro'],
    ['Ukraine struck back at Russia.', 'criticised: UKR -> RUS'],
    ['The African Union called on Eritrea to withdraw.', 'asked: org:african-union -> ERI'],
  ]);
});

// Asserted as they are read today, with the reason; a better reading moves a row into a table above.
describe('known limits', () => {
  read([
    // "Accusing" with its capital passes for a name, so that what it tells is lost.
    ['Accusing Chad of treason, Sudan expelled two Chadian diplomats.', 'expelled-diplomats-of: SDN -> TCD'],
    // "it" goes to the subject of the main clause.
    ['Jordan criticised Israel after it attacked Lebanon.', 'criticised: JOR -> ISR', 'attacked: JOR -> LBN'],
  ]);
});
