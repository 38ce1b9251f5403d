import { describe, expect, test } from 'vitest';
import type { Argument } from '../../src/model/event.ts';
import { analyse, type Row, who } from '../support/story.ts';

/** The words of each side: `ACTOR -> RECIPIENT`. */
function words(text: string): string[] {
  const { document, eventMentions } = analyse(text);
  const of = (list: readonly Argument[], role: Argument['role']): string =>
    list
      .filter((a) => a.role === role)
      .map((a) => text.slice(document.tokens[a.span.start]?.start, document.tokens[a.span.end - 1]?.end))
      .join(' + ');
  return eventMentions.map((m) => `${of(m.arguments, 'actor') || '?'} -> ${of(m.arguments, 'recipient') || '?'}`);
}

const read = (of: (text: string) => string[], rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, ...lines) => expect(of(text)).toEqual(lines));
};

describe('the words that a reader would name', () => {
  read(words, [
    ['Norway said it had deported three Russian nurses.', 'Norway -> three Russian nurses'],
    ['Greek police said they had arrested three Albanian smugglers.', 'Greek police -> three Albanian smugglers'],
    ['Chad has intensified its attacks on Libya.', 'Chad -> Libya'],
    [
      'The president of Kenya said he had met the premier of Uganda.',
      'The president of Kenya -> the premier of Uganda',
    ],
    [
      "Members of the Hungarian parliament met the leader of Slovakia's army.",
      "Members of the Hungarian parliament -> the leader of Slovakia's army",
    ],
    [
      'The Dutch foreign minister met his Brazilian counterpart, Mauro Vieira.',
      'The Dutch foreign minister -> his Brazilian counterpart, Mauro Vieira',
    ],
  ]);
});

describe('whoever says it is "it" where nothing else tells', () => {
  read(words, [
    ['The Ruritanian Front said it had attacked Chad.', 'Ruritanian Front -> Chad'],
    ['Egypt says it is ready to pull its soldiers out of Libya.', 'Egypt -> Libya', 'Egypt -> Libya'],
    ['The commander said they had attacked Chad.', 'they -> Chad'],
  ]);
});

describe('whom a measure or a gift concerns', () => {
  read(who, [
    ['Kenya lifted a ban on flights to Somalia.', 'eased-measures-against: KEN -> SOM'],
    [
      'Japan eased the sanctions imposed on Myanmar in June.',
      'eased-measures-against: JPN -> MMR',
      'sanctioned: ? -> MMR',
    ],
    ['Japan will not drop the sanctions that it imposed on Cuba.', 'rejected: JPN -> CUB', 'sanctioned: JPN -> CUB'],
    ['Russia vetoed a plan for Gaza.', 'rejected: RUS -> ?'],
  ]);
});

describe('an act is done to those who live where it happens', () => {
  read(who, [
    ['Turkey imposed a curfew in Kirkuk.', 'restricted: TUR -> place:kirkuk'],
    ['Sweden gave money for schools in Jordan.', 'gave-aid-to: SWE -> JOR'],
    ['Ethiopia bombed three houses in Somalia.', 'attacked: ETH -> SOM'],
    ['The minister criticised the judges in Poland.', 'criticised: "The minister" -> POL'],
    ['Kenya and Uganda held talks in Rwanda.', 'met-with: KEN <-> UGA'],
  ]);
});

describe('authorities of the place act where nobody else is named', () => {
  read(who, [
    ['Two French journalists were arrested in Mali.', 'arrested: MLI -> group:FRA:journalists'],
    ['Two French journalists were killed in Mali.', 'killed: ? -> group:FRA:journalists'],
    [
      'Two French journalists were arrested by Chadian police in Mali.',
      'arrested: org:TCD:police -> group:FRA:journalists',
    ],
  ]);
});

describe('talks during or after which somebody does something are his', () => {
  read(who, [
    ['After talks with China, Germany praised Japan.', 'met-with: DEU <-> CHN', 'praised: DEU -> JPN'],
    ['In a meeting with Cuba, Angola praised Namibia.', 'met-with: AGO <-> CUB', 'praised: AGO -> NAM'],
    ['On a visit to Zimbabwe, Zambia criticised Malawi.', 'visited: ZMB -> ZWE', 'criticised: ZMB -> MWI'],
  ]);
});

describe('a request is refused to whom it is from', () => {
  read(who, [
    ['Pakistan refused a request from India to cross its airspace.', 'rejected: PAK -> IND'],
    ['Pakistan refused to meet India.', 'cancelled-meeting-with: PAK -> IND', 'met-with: PAK <-> IND'],
  ]);
});

describe('each other', () => {
  read(who, [
    ['Chad and Libya met each other in Paris.', 'met-with: TCD <-> LBY'],
    ['Iran and Iraq accused each other.', 'accused: IRN + IRQ -> IRN + IRQ'],
    [
      'Trump and Putin agreed to share data on North Korea.',
      'agreed-with: person:donald-trump <-> person:vladimir-putin',
      'cooperates-with: person:donald-trump <-> person:vladimir-putin',
    ],
  ]);
});

describe('participles that tell a state', () => {
  read(who, [
    ['Russia is opposed to the deployment of NATO troops.', 'rejected: RUS -> org:nato'],
    ['Russia was opposed by France.', 'rejected: FRA -> RUS'],
  ]);
});

describe('people do themselves what a gerund behind them tells', () => {
  read(who, [
    [
      'Police fired tear gas at Kenyan students protesting against Uganda.',
      'attacked: "Police" -> group:KEN:students',
      'protested-against: group:KEN:students -> UGA',
    ],
    ['A delegation led by the Norwegian envoy visited Colombo.', 'visited: NOR -> LKA'],
  ]);
});

describe('partners, rivals and fellow fighters', () => {
  read(who, [
    [
      'Greece demanded that its European Union partners recognise Kosovo.',
      'demanded-of: GRC -> org:eu',
      'recognised: org:eu -> XKX',
    ],
    ["Turkey's foreign minister met his Greek opposite number.", 'met-with: TUR <-> GRC'],
    ['Israeli helicopters and tanks shelled Lebanon.', 'attacked: ISR -> LBN'],
    [
      'Iraqi Kurds demonstrated in Kirkuk calling for independence from Iraq.',
      'protested-against: group:iraqi-kurds -> IRQ',
    ],
  ]);
});

describe('circumstances name nobody', () => {
  read(who, [
    [
      'Pakistan refused to lift the ban on India despite better relations with Iran.',
      'rejected: PAK -> IND',
      'eased-measures-against: PAK -> IND',
    ],
    ['Canada imposed sanctions after the attack on Israel.', 'attacked: ? -> ISR'],
    ['Syria came under attack from Turkey.', 'attacked: TUR -> SYR'],
  ]);
});

describe('whose the diplomats, the call or the donors are', () => {
  read(who, [
    ['Russia announced it had expelled envoys from Poland and Sweden.', 'expelled-diplomats-of: RUS -> POL + SWE'],
    ['China rejected a Norwegian call to release two monks.', 'rejected: CHN -> NOR', 'released: CHN -> "two monks"'],
    ["Chad's donors attacked Mali.", 'attacked: "donors" -> MLI'],
  ]);
});

describe('states send away', () => {
  read(who, [['Two Polish diplomats were expelled from Belarus.', 'expelled-diplomats-of: BLR -> POL']]);
});

describe('places with a name or without', () => {
  read(who, [
    [
      'Israel is ready to pull its soldiers out of the West Bank towns.',
      'offered-to: ISR -> PSE',
      'withdrew-from: ISR -> PSE',
    ],
    ['Iran condemned the Quetta attack.', 'criticised: IRN -> "the Quetta attack"'],
  ]);
  read(words, [['Rebels killed 40 men in two attacks in Mali.', 'Rebels -> 40 men in two attacks in Mali']]);
});
