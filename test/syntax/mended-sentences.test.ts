import { expect, test } from 'vitest';
import { printClauses } from '../support/print-clauses.ts';
import { testReader } from '../support/read.ts';

/** Sentences in which the parser or the tagger errs as it often does, read all the same. */
const CASES: readonly (readonly [sentence: string, ...clauses: readonly string[]])[] = [
  [
    'The bridge that links the two states was bombed.',
    'link | S bridge | O states | < bomb relative that',
    'bomb passive | S bridge',
  ],
  [
    'The minister said on Sunday that talks with Sudan would resume.',
    'say | S minister | on Sunday | that resume',
    'would resume | S talks | < say complement that',
  ],
  [
    'The Turkish president, Kemal Aydin, told parliament that Greece had violated the deal.',
    'tell | S president | O parliament | that violate',
    'violate | S Greece | O deal | < tell complement that',
  ],
  [
    'The Peruvian army said on Monday that Chilean troops had fired at a village.',
    'say | S army | on Monday | that fire',
    'fire | S troops | at village | < say complement that',
  ],
  [
    'The premier held talks with visiting Prime Minister Anna Kask in Oslo.',
    'hold | S premier | O talks | with Kask; in Oslo',
  ],
  [
    'Officials said on Monday Peru had warned the European Union over farm subsidies.',
    'say | S Officials | on Monday | that warn',
    'warn | S Peru | O Union | over subsidies | < say complement',
  ],
  [
    'Greece held talks with Albania and mobilized reservists on Samos.',
    'hold | S Greece | O talks | with Albania',
    'mobilize | S Greece | O reservists | on Samos | < hold coordinate',
  ],
  [
    'The Bolivian government halted talks with the rebels, officials said on Monday.',
    'halt | S government | O talks | with rebels | < say speech',
    'say | S officials | on Monday',
  ],
  ['Turkey bombs Kurdish positions in Iraq.', 'bomb | S Turkey | O positions | in Iraq'],
  ['The generals seize power in Peru.', 'seize | S generals | O power | in Peru'],
  ['In August India banned exports to China.', 'ban | S India | O exports | in August; to China'],
  ['Troops clashed with fleeing rebels near Homs.', 'clash | S Troops | with rebels; near Homs'],
  [
    "Brazil's foreign minister is due to visit Guyana.",
    'due | S minister | to visit',
    'visit | S minister | O Guyana | < due complement to',
  ],
  [
    "Rwanda's army denies supporting the rebels.",
    'deny | S army | ing support',
    'support | S army | O rebels | < deny complement',
  ],
  [
    "Moscow's claim that Ukraine had shelled Belgorod was disputed.",
    'shell | S Ukraine | O Belgorod | < dispute relative that',
    'dispute passive | S claim',
  ],
  ['Germany froze development aid to Rwanda.', 'freeze | S Germany | O aid | to Rwanda'],
  ['Soldiers overthrew the government of Guinea-Bissau.', 'overthrow | S Soldiers | O government | of Bissau'],
  ['The rebels — most of them teenagers — surrendered to the army.', 'surrender | S rebels | to army'],
  ['Ambassador expelled over spying claims', 'expel passive | S Ambassador | over claims'],
  ['The ministers, in a joint statement, denounced the attack.', 'denounce | S ministers | O attack | in statement'],
  [
    'Officials told reporters on Tuesday that talks between Iran and Iraq had stalled.',
    'tell | S Officials | O reporters | on Tuesday | that stall',
    'stall | S talks | < tell complement that',
  ],
  ['Indonesia disapproves of the Australian tow-back policy.', 'disapprove | S Indonesia | of policy'],
  ['The truce talks between Chad and Mali opened in Oran.', 'open | S talks | in Oran'],
  ['Spain eased the curfew hours.', 'ease | S Spain | O hours'],
  ['Egypt gave the Russian trawlers a licence.', 'give | S Egypt | O trawlers, licence'],
  ['Abu Dhabi pledged Pakistan its support in June.', 'pledge | S Dhabi | O Pakistan, support | in June'],
  ["Nepal's king succumbed to the party alliance.", 'succumb | S king | to alliance'],
  ['Kenya had the envoy expelled.', 'have | S Kenya | O envoy', 'expel passive | S envoy | < have relative'],
  [
    'With a sniper shooting from the roof, the guards closed the embassy.',
    'shoot | S sniper | from roof | < close adverbial with',
    'close | S guards | O embassy',
  ],
  [
    'The two states, diplomats said, agreed to a truce.',
    'say | S diplomats',
    'agree | S states | to truce | < say speech',
  ],
  [
    "The adviser said Oslo-Lima's enhanced cooperation can play a role.",
    'say | S adviser | that play',
    'can play | S cooperation | O role | < say complement',
  ],
  [
    'The envoy, the ministry added, will leave on Monday.',
    'add | S ministry',
    'will leave | S envoy | on Monday | < add speech',
  ],
  [
    'Kenya attacked Chad, officials said, killing ten soldiers.',
    'attack | S Kenya | O Chad | < say speech',
    'say | S officials',
    'kill | S Kenya | O soldiers | < attack adverbial',
  ],
  [
    'Rebels raided a port, the army said on Monday, with at least ten sailors killed.',
    'raid | S Rebels | O port | < say speech',
    'say | S army | on Monday',
    'kill passive | S sailors | < raid adverbial with',
  ],
  [
    'The envoy was expelled, he said, accusing Peru of spying.',
    'expel passive | S envoy | < say speech',
    'say | S he | ing accuse',
    'accuse | S he | O Peru | of spying | < say complement',
  ],
  [
    'Oman freed the men, the ministry said, adding that they were well.',
    'free | S Oman | O men | < say speech',
    'say | S ministry',
    'add | S ministry | that be | < say adverbial',
    'be | S they | < add complement that',
  ],
  [
    'Some ministers demanded that Kumar step down.',
    'demand | S ministers | that step',
    'step_down | S Kumar | < demand complement that',
  ],
  [
    "The generals demanded that Prime Minister Ivan Petrov's government resign.",
    'demand | S generals | that resign',
    'resign | S government | < demand complement that',
  ],
  [
    'Opposition groups are demanding that President Moro abandon his policy.',
    'demand | S groups | that abandon',
    'abandon | S Moro | O policy | < demand complement that',
  ],
  [
    'The talks came after the Sudanese government released 30 rebel prisoners.',
    'come | S talks',
    'release | S government | O prisoners | < come adverbial after',
  ],
  ['Bandits have abducted up to 12 Greek sailors from a tanker.', 'abduct | S Bandits | O sailors | from tanker'],
  ['Iran stepped up attacks on Iraq.', 'step_up | S Iran | O attacks | on Iraq'],
  [
    'The ministry voiced sympathy with and support for the king of Jordan.',
    'voice | S ministry | O sympathy+support | for king; of Jordan',
  ],
  ['Japan gave Kenya $50 million in loans.', 'give | S Japan | O Kenya, million | in loans'],
  ['Japan lent the Ivory Coast ten ships.', 'lend | S Japan | O Coast, ships'],
  ['Ecuador gave Ng refuge in its embassy.', 'give | S Ecuador | O Ng, refuge | in embassy'],
  ['The firm is sending Boeing weapons to Peru.', 'send | S firm | O weapons | to Peru'],
  ['Norway has given Malawi 20 million dollars.', 'give | S Norway | O Malawi, dollars'],
  ['A Maltese judge has released on bail three Libyan sailors.', 'release | S judge | O sailors | on bail'],
  ['The rebels released on Tuesday two Italian priests.', 'release | S rebels | O priests | on Tuesday'],
  ['A Fijian court on Monday freed writer Tomasi Vula.', 'free | S court | O Vula'],
  ['The phase two trials began on Monday.', 'begin | S trials | on Monday'],
  [
    'The president voiced his strong support of the premier, repeating pleas for a halt to tariffs.',
    'voice | S president | O support | of premier',
    'repeat | S president | O pleas | for halt; to tariffs | < voice adverbial',
  ],
  [
    'Police fired tear gas at students protesting over fees.',
    'fire | S Police | O gas | at students',
    'protest | S students | over fees | < fire relative',
  ],
  [
    'The president toured the town, thanking volunteers.',
    'tour | S president | O town',
    'thank | S president | O volunteers | < tour adverbial',
  ],
  ['Gunmen shot dead a judge in Quetta.', 'shoot | S Gunmen | O judge | in Quetta'],
];

const { read } = await testReader();

test.each(CASES.map(([sentence, ...clauses]) => ({ sentence, clauses })))('$sentence', ({ sentence, clauses }) => {
  const found = read(sentence);
  expect(printClauses(found.doc, found.clauses)).toEqual(clauses);
});
