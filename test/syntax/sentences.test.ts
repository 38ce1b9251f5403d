import { expect, test } from 'vitest';
import { printClauses } from '../support/print-clauses.ts';
import { testReader } from '../support/read.ts';

/** Sentences of our own over the real tagger, parser and chunker; one line a predicate (see `printClauses`). */
const CASES: readonly (readonly [sentence: string, ...clauses: readonly string[]])[] = [
  [
    'Norway recalled its ambassador from Jakarta on Friday.',
    'recall | S Norway | O ambassador | from Jakarta; on Friday',
  ],
  ['The envoys were expelled by Chile on Monday.', 'expel passive | S envoys | by Chile; on Monday'],
  ['Two consulates were closed last week.', 'close passive | S consulates | week'],
  [
    'Kenya was accused by Ethiopia of shelling a border village.',
    'accuse passive | S Kenya | by Ethiopia | of shell',
    'shell | S Kenya | O village | < accuse complement of',
  ],
  [
    'Peru, which hosted the meeting, rejected the plan.',
    'host | S Peru | O meeting | < reject relative which',
    'reject | S Peru | O plan',
  ],
  ['The general who led the raid resigned.', 'lead | S general | O raid | < resign relative who', 'resign | S general'],
  [
    'Rebels backed by Chad seized the town.',
    'back passive | S Rebels | by Chad | < seize relative',
    'seize | S Rebels | O town',
  ],
  [
    'The president whose army invaded the valley apologised.',
    'invade | S army | O valley | < apologise relative whose',
    'apologise | S president',
  ],
  [
    'The treaty they signed in Oslo ended the war.',
    'sign | S they | O treaty | in Oslo | < end relative',
    'end | S treaty | O war',
  ],
  [
    'The port in which the ships docked belongs to Oman.',
    'dock | S ships | in port | < belong relative which',
    'belong | S port | to Oman',
  ],
  [
    'Brazil and Argentina signed a pact and opened the border.',
    'sign | S Brazil+Argentina | O pact',
    'open | S Brazil+Argentina | O border | < sign coordinate',
  ],
  [
    'Japan condemned the test, recalled its envoy and imposed sanctions.',
    'condemn | S Japan | O test',
    'recall | S Japan | O envoy | < condemn coordinate',
    'impose | S Japan | O sanctions | < recall coordinate',
  ],
  [
    'Iraq has closed the crossing, a customs official said.',
    'close | S Iraq | O crossing | < say speech',
    'say | S official',
  ],
  [
    '"Cuba will never yield to threats," said the minister.',
    'not will yield “” | S Cuba | to threats | < say speech',
    'say | S minister',
  ],
  [
    '"We want peace," Osman told reporters in Nairobi.',
    'want “” | S We | O peace | < tell speech',
    'tell | S Osman | O reporters | in Nairobi',
  ],
  [
    'The spokesman said Egypt had rejected the offer.',
    'say | S spokesman | that reject',
    'reject | S Egypt | O offer | < say complement',
  ],
  [
    'Denmark urged Serbia to free the prisoners.',
    'urge | S Denmark | O Serbia | to free',
    'free | S Serbia | O prisoners | < urge complement to',
  ],
  [
    'Spain promised Morocco to reopen the ports.',
    'promise | S Spain | O Morocco | to reopen',
    'reopen | S Spain | O ports | < promise complement to',
  ],
  [
    'Finland agreed to host the summit.',
    'agree | S Finland | to host',
    'host | S Finland | O summit | < agree complement to',
  ],
  [
    'The union called on Belarus to release the activists.',
    'call | S union | on Belarus | to release',
    'release | S Belarus | O activists | < call complement to',
  ],
  [
    'Libya was accused of arming the militia.',
    'accuse passive | S Libya | of arm',
    'arm | S Libya | O militia | < accuse complement of',
  ],
  [
    'The delegation left without signing the accord.',
    'leave | S delegation | without sign',
    'sign | S delegation | O accord | < leave complement without',
  ],
  [
    'Zambia sent troops to the border, raising fears of a war.',
    'send | S Zambia | O troops | to border',
    'raise | S Zambia | O fears | of war | < send adverbial',
  ],
  [
    'Speaking in Tunis, the chancellor praised Algeria.',
    'speak | S chancellor | in Tunis | < praise adverbial',
    'praise | S chancellor | O Algeria',
  ],
  [
    'To end the siege, Ghana offered mediation.',
    'end | S Ghana | O siege | < offer adverbial to',
    'offer | S Ghana | O mediation',
  ],
  [
    'Ana Duarte, the Portuguese foreign minister, will visit Angola next month.',
    'will visit | S Duarte | O Angola | month',
  ],
  ['After the vote, India and Nepal resumed trade.', 'resume | S India+Nepal | O trade | after vote'],
  ['In Vienna, negotiators from Iran and France met on Tuesday.', 'meet | S negotiators | in Vienna; on Tuesday'],
  ['France, Germany and Italy condemned the coup.', 'condemn | S France+Germany+Italy | O coup'],
  ['Talks between Russia and Ukraine began in Minsk.', 'begin | S Talks | in Minsk'],
  ["The king's adviser's visit to Doha angered Bahrain.", 'anger | S visit | O Bahrain'],
  ['US-China talks collapsed on Thursday.', 'collapse | S talks | on Thursday'],
  ['The ceasefire is fragile.', 'fragile | S ceasefire'],
  [
    'Canada is ready to send observers.',
    'ready | S Canada | to send',
    'send | S Canada | O observers | < ready complement to',
  ],
  ['Israel did not attack the convoy.', 'not attack | S Israel | O convoy'],
  ['Syria never accepted the border.', 'not accept | S Syria | O border'],
  ['Romania no longer supports the embargo.', 'not support | S Romania | O embargo'],
  ['Neither Mali nor Niger recognised the council.', 'not recognise | S Mali+Niger | O council'],
  ['No state backed the resolution.', 'not back | S state | O resolution'],
  ['Will Poland close its border?', 'will close | S Poland | O border'],
  ['Why did Sweden expel the attaché?', 'expel | S Sweden | O attaché'],
  [
    '"Talks have failed. Both sides are to blame," the mediator said. "We leave tomorrow."',
    'fail “” | S Talks',
    'be to blame “” | S sides | < say speech',
    'say | S mediator',
    'leave “” | S We | tomorrow',
  ],
  ['Laos freed the sailors; Vietnam thanked it.', 'free | S Laos | O sailors', 'thank | S Vietnam | O it'],
  ['The Gulf Cooperation Council (GCC) suspended the talks.', 'suspend | S Council | O talks'],
  ['Turkey summons Swedish envoy', 'summon | S Turkey | O envoy'],
  ['Xi to visit Moscow', 'visit | S Xi | O Moscow'],
  ['Ethiopia, Eritrea sign peace deal', 'sign | S Ethiopia+Eritrea | O deal'],
  ['There was fighting between the army and the rebels.', 'be | S fighting | between army+rebels'],
  ['The United States gave Egypt aid.', 'give | S States | O aid'],
  [
    'Moscow helped draft the accord.',
    'help | S Moscow | to draft',
    'draft | S Moscow | O accord | < help complement to',
  ],
  [
    'Washington made Bogota pay the debt.',
    'make | S Washington | O Bogota | to pay',
    'pay | S Bogota | O debt | < make complement to',
  ],
  ['Kuwait is to host the meeting.', 'be to host | S Kuwait | O meeting'],
  [
    'Estonia is likely to join the mission.',
    'likely | S Estonia | to join',
    'join | S Estonia | O mission | < likely complement to',
  ],
  ['According to Tass, Armenia withdrew its troops.', 'withdraw | S Armenia | O troops | according to Tass'],
  ['According to Turkish officials, Armenia withdrew.', 'withdraw | S Armenia | according to officials'],
  ['Qatar, along with Kuwait, cut its ties with the group.', 'cut | S Qatar | O ties | with group'],
  ['Mexico as well as Panama backed the motion.', 'back | S Mexico+Panama | O motion'],
  ['The army carried out attacks on three villages.', 'carry_out | S army | O attacks | on villages'],
  ['Tunisia called the summit off.', 'call_off | S Tunisia | O summit'],
  [
    'Iran, Iraq and Syria accused Turkey of helping the rebels and closing the dam.',
    'accuse | S Iran+Iraq+Syria | O Turkey | of help',
    'help | S Turkey | O rebels | < accuse complement of',
    'close | S Turkey | O dam | < help coordinate',
  ],
  [
    'If Pakistan attacks, India will respond.',
    'attack | S Pakistan | < respond adverbial if',
    'will respond | S India',
  ],
  [
    'Thailand said it would accept refugees but Malaysia refused.',
    'say | S Thailand | that accept',
    'would accept | S it | O refugees | < say complement',
    'refuse | S Malaysia',
  ],
  [
    'The parties failed to reach an agreement on the withdrawal of troops.',
    'fail | S parties | to reach',
    'reach | S parties | O agreement | on withdrawal; of troops | < fail complement to',
  ],
  ['The court found the officers guilty of murder.', 'find | S court | O officers | of murder'],
  [
    'Georgia, a small country on the Black Sea, has applied to join the alliance.',
    'apply | S Georgia | to join',
    'join | S Georgia | O alliance | < apply complement to',
  ],
  [
    'The premier, who arrived in Lima on Monday, met the president and will address the congress on Wednesday.',
    'arrive | S premier | in Lima; on Monday | < meet relative who',
    'meet | S premier | O president',
    'will address | S premier | O congress | on Wednesday | < meet coordinate',
  ],
  [
    "Yemen's government and the Houthi movement exchanged hundreds of prisoners.",
    'exchange | S government+movement | O hundreds | of prisoners',
  ],
  [
    'The sanctions, imposed by Brussels in 2014, were lifted.',
    'impose passive | S sanctions | by Brussels; in 2014 | < lift relative',
    'lift passive | S sanctions',
  ],
  [
    'Albania and Kosovo are not expected to attend.',
    'not expect passive | S Albania+Kosovo | to attend',
    'attend | S Albania+Kosovo | < expect complement to',
  ],
  [
    'At least 40 soldiers were killed when rebels stormed the base.',
    'kill passive | S soldiers',
    'storm | S rebels | O base | < kill adverbial when',
  ],
  [
    'The foreign ministry in Kampala denied that Ugandan forces had crossed the border.',
    'deny | S ministry | that cross',
    'cross | S forces | O border | < deny complement that',
  ],
  [
    'He warned that Somalia could collapse unless donors acted.',
    'warn | S He | that collapse',
    'could collapse | S Somalia | < warn complement that',
    'act | S donors | < collapse adverbial unless',
  ],
  [
    'Uganda and Rwanda have been trying to mend ties.',
    'try | S Uganda+Rwanda | to mend',
    'mend | S Uganda+Rwanda | O ties | < try complement to',
  ],
  [
    'The report published in March revealed abuses.',
    'publish passive | S report | in March | < reveal relative',
    'reveal | S report | O abuses',
  ],
  [
    'Sudan, Chad and Libya refused to sign.',
    'refuse | S Sudan+Chad+Libya | to sign',
    'sign | S Sudan+Chad+Libya | < refuse complement to',
  ],
  [
    'Officials in the capital who were arrested denied the charge.',
    'arrest passive | S Officials | < deny relative who',
    'deny | S Officials | O charge',
  ],
  [
    'The envoy did not say why the visit was cancelled.',
    'not say | S envoy | that cancel',
    'cancel passive | S visit | < say complement why',
  ],
  [
    'Italy summoned the ambassador and demanded that Rome be told.',
    'summon | S Italy | O ambassador',
    'demand | S Italy | that tell | < summon coordinate',
    'tell passive | S Rome | < demand complement that',
  ],
  ['The crisis that began in May has ended.', 'begin | S crisis | in May | < end relative that', 'end | S crisis'],
  [
    '"We have lost," he said, "but we will return."',
    'lose “” | S We | < say speech',
    'say | S he | that return',
    'will return “” | S we | < say complement',
  ],
  [
    'Mediators asked whether Iraq would pay the debt.',
    'ask | S Mediators | that pay',
    'would pay | S Iraq | O debt | < ask complement whether',
  ],
];

const { read } = await testReader();

test.each(CASES.map(([sentence, ...clauses]) => ({ sentence, clauses })))('$sentence', ({ sentence, clauses }) => {
  const found = read(sentence);
  expect(printClauses(found.doc, found.clauses)).toEqual(clauses);
});
