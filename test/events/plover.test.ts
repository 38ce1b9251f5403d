import { describe, expect, test } from 'vitest';
import { type Row, tell } from '../support/story.ts';

const read = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, ...lines) => expect(tell(text)).toEqual(lines));
};

describe('cooperation still to come is AGREE', () => {
  read([
    ['Kenya will meet Somalia.', 'AGREE met-with: KEN <-> SOM [planned]'],
    ['Kenya will support Somalia.', 'AGREE supports: KEN -> SOM [planned]'],
    ['Kenya will cooperate with Somalia.', 'AGREE cooperates-with: KEN <-> SOM [planned]'],
    ['Kenya will send aid to Somalia.', 'AGREE gave-aid-to: KEN -> SOM [planned]'],
    ['Kenya plans to visit Somalia.', 'AGREE visited: KEN -> SOM [planned]'],
    ['Kenya is to visit Somalia.', 'AGREE visited: KEN -> SOM [planned]'],
    ['Kenya will hold talks with Somalia.', 'AGREE met-with: KEN <-> SOM [planned]'],
  ]);
});

describe('what is done or only possible keeps its type', () => {
  read([
    ['Kenya may meet Somalia.', 'CONSULT met-with: KEN <-> SOM [hypothetical]'],
    ['Kenya met Somalia.', 'CONSULT met-with: KEN <-> SOM [asserted]'],
  ]);
});

describe('meetings called off are REJECT', () => {
  read([
    ['Egypt called off talks with Ethiopia.', 'REJECT cancelled-meeting-with: EGY -> ETH [asserted]'],
    ['Egypt cancelled a meeting with Ethiopia.', 'REJECT cancelled-meeting-with: EGY -> ETH [asserted]'],
    ['Egypt postponed a visit to Ethiopia.', 'REJECT cancelled-meeting-with: EGY -> ETH [asserted]'],
    ['Egypt may call off talks with Ethiopia.', 'REJECT cancelled-meeting-with: EGY -> ETH [hypothetical]'],
    ['Egypt will call off talks with Ethiopia.', 'REJECT cancelled-meeting-with: EGY -> ETH [planned]'],
  ]);
});

describe('ambassadors', () => {
  read([
    ['Denmark summoned the Russian ambassador.', 'ACCUSE criticised: DNK -> RUS [asserted]'],
    ['The Russian ambassador was summoned by Denmark.', 'ACCUSE criticised: DNK -> RUS [asserted]'],
    ['Denmark expelled the Russian ambassador.', 'SANCTION expelled-diplomats-of: DNK -> RUS [asserted]'],
    ['Denmark recalled its ambassador from Russia.', 'SANCTION broke-relations-with: DNK -> RUS [asserted]'],
  ]);
});

describe('relations and aid cut are SANCTION, measures eased are CONCEDE', () => {
  read([
    ['Egypt suspended talks with Ethiopia.', 'SANCTION broke-relations-with: EGY -> ETH [asserted]'],
    ['Egypt walked out of talks with Ethiopia.', 'SANCTION broke-relations-with: EGY -> ETH [asserted]'],
    ['Canada cut aid to Uganda.', 'SANCTION cut-aid-to: CAN -> UGA [asserted]'],
    ['Canada suspended aid to Uganda.', 'SANCTION cut-aid-to: CAN -> UGA [asserted]'],
    ['Canada stopped sending weapons to Uganda.', 'SANCTION cut-aid-to: CAN -> UGA [asserted]'],
    ['Mali ceased to cooperate with France.', 'SANCTION broke-relations-with: MLI -> FRA [asserted]'],
    ['Kenya and Somalia stopped fighting.', 'RETREAT made-truce-with: KEN <-> SOM [asserted]'],
    ['Kenya stopped attacking Somalia.', 'RETREAT made-truce-with: KEN <-> SOM [asserted]'],
    ['The United States lifted sanctions against Sudan.', 'CONCEDE eased-measures-against: USA -> SDN [asserted]'],
  ]);
});

describe('places that are attacked and places that stand for states', () => {
  read([
    ['Israel bombed Beirut.', 'ASSAULT attacked: ISR -> place:beirut [asserted]'],
    ['Russia shelled Aleppo.', 'ASSAULT attacked: RUS -> place:aleppo [asserted]'],
    ['Emmanuel Macron visited Moscow.', 'CONSULT visited: person:emmanuel-macron -> RUS [asserted]'],
    [
      'French officials flew to Berlin for talks with Olaf Scholz.',
      'CONSULT visited: FRA -> DEU [asserted]',
      'CONSULT met-with: FRA <-> person:olaf-scholz [asserted]',
    ],
    ['Ankara criticised Athens.', 'ACCUSE criticised: TUR -> GRC [asserted]'],
    ['The Kremlin threatened Finland.', 'THREATEN threatened: RUS -> FIN [asserted]'],
    ['Talks between Tehran and Riyadh began.', 'CONSULT met-with: IRN <-> SAU [asserted]'],
  ]);
});

describe('freeing people from the hands of others is AID', () => {
  read([
    ['Chad freed 40 miners held by Boko Haram.', 'AID gave-aid-to: TCD -> "40 miners" [asserted]'],
    [
      'Chad freed the Malian drivers whom Boko Haram had kidnapped.',
      'AID gave-aid-to: TCD -> group:MLI:drivers [asserted]',
      'ASSAULT abducted: group:boko-haram -> group:MLI:drivers [asserted]',
    ],
    [
      'Chad freed the Malian drivers whom it had arrested.',
      'RETREAT released: TCD -> group:MLI:drivers [asserted]',
      'COERCE arrested: TCD -> group:MLI:drivers [asserted]',
    ],
  ]);
});

describe('what a thing does in passing is not done by who attacks it', () => {
  read([
    [
      'A convoy bringing food to Sudan was attacked by Chad.',
      'AID gave-aid-to: "A convoy" -> SDN [asserted]',
      'ASSAULT attacked: TCD -> "A convoy" [asserted]',
    ],
    ['A report accusing Mali of fraud was published by Chad.', 'ACCUSE accused: TCD -> MLI [asserted]'],
  ]);
});
