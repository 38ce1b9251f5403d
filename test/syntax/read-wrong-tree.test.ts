import { expect, test } from 'vitest';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { printClauses, printNouns } from '../support/print-clauses.ts';
import { parsedDoc } from './parsed-doc.ts';

const SPEECH = new Set(['say', 'tell']);

/** Sentences with the trees that a parser gives when it errs. */
const CASES: readonly { readonly name: string; readonly text: string; readonly clauses: readonly string[] }[] = [
  {
    name: 'a list taken for an apposition',
    text: `Mali/PROPN/NNP>6:nsubj ,/PUNCT/,>3:punct Chad/PROPN/NNP>1:appos and/CCONJ/CC>5:cc Niger/PROPN/NNP>3:conj left/VERB/VBD/leave>0:root ./PUNCT/.>6:punct`,
    clauses: ['leave | S Mali+Chad+Niger'],
  },
  {
    name: 'an apposition with "and" is a conjunct',
    text: `Mali/PROPN/NNP>5:nsubj and/CCONJ/CC>4:cc King/PROPN/NNP>4:nmod:desc Omo/PROPN/NNP>1:appos left/VERB/VBD/leave>0:root ./PUNCT/.>5:punct`,
    clauses: ['leave | S Mali+Omo'],
  },
  {
    name: 'two subjects with a conjunction between them',
    text: `Mali/PROPN/NNP>6:nsubj as/ADV/RB>6:advmod well/ADV/RB>2:fixed as/ADP/IN>2:fixed Chad/PROPN/NNP>6:nsubj left/VERB/VBD/leave>0:root ./PUNCT/.>6:punct`,
    clauses: ['leave | S Mali+Chad'],
  },
  {
    name: 'a name before "and" taken for a part of the noun behind',
    text: `House/PROPN/NNP>4:compound and/CCONJ/CC>3:cc Senate/PROPN/NNP>1:conj aides/NOUN/NNS>5:nsubj met/VERB/VBD/meet>0:root ./PUNCT/.>5:punct`,
    clauses: ['meet | S House+aides'],
  },
  {
    name: 'a preposition hung on the verb beside its noun',
    text: `It/PRON/PRP>2:nsubj began/VERB/VBD/begin>0:root in/ADP/IN>2:obl May/PROPN/NNP>2:obl ./PUNCT/.>2:punct`,
    clauses: ['begin | S It | in May'],
  },
  {
    name: '"in which" hung on the noun',
    text: `The/DET/DT>2:det port/NOUN/NN>7:nsubj in/ADP/IN>4:case which/PRON/WDT>2:nmod ships/NOUN/NNS>6:nsubj dock/VERB/VBP>2:acl:relcl closed/VERB/VBD/close>0:root ./PUNCT/.>7:punct`,
    clauses: ['dock | S ships | in port | < close relative which', 'close | S port'],
  },
  {
    name: 'an object taken for an adverbial',
    text: `They/PRON/PRP>3:nsubj have/AUX/VBP>3:aux killed/VERB/VBN>0:root nine/NUM/CD>5:nummod men/NOUN/NNS/man>3:obl in/ADP/IN>7:case Mali/PROPN/NNP>5:nmod ./PUNCT/.>3:punct`,
    clauses: ['kill | S They | O men | in Mali'],
  },
  {
    name: 'a second object behind a verb that was hung on the first',
    text: `Japan/PROPN/NNP>2:nsubj recalled/VERB/VBD>0:root its/PRON/PRP$>4:nmod:poss envoy/NOUN/NN>2:obj and/CCONJ/CC>6:cc imposed/VERB/VBN/impose>4:conj sanctions/NOUN/NNS>2:obj ./PUNCT/.>2:punct`,
    clauses: ['recall | S Japan | O envoy', 'impose | S Japan | O sanctions | < recall coordinate'],
  },
  {
    name: 'an object before its gerund is the host’s',
    text: `A/DET/DT>2:det mob/NOUN/NN>3:nsubj struck/VERB/VBD/strike>0:root a/DET/DT>5:det bus/NOUN/NN>6:obj carrying/VERB/VBG/carry>3:xcomp aides/NOUN/NNS>6:obj ./PUNCT/.>3:punct`,
    clauses: ['strike | S mob | O bus | ing carry', 'carry | S bus | O aides | < strike complement'],
  },
  {
    name: 'a past tense taken for a participle of its subject',
    text: `Police/NOUN/NN>7:nsubj in/ADP/IN>3:case Lima/PROPN/NNP>1:nmod seized/VERB/VBN/seize>3:acl arms/NOUN/NNS>4:obj ,/PUNCT/,>7:punct said/VERB/VBD/say>0:root aides/NOUN/NNS>7:nsubj ./PUNCT/.>7:punct`,
    clauses: ['seize | S Police | O arms | < say speech', 'say | S aides'],
  },
  {
    name: 'one verb group, two places in the tree',
    text: `They/PRON/PRP>2:nsubj have/VERB/VBP>0:root shared/VERB/VBN/share>4:amod maps/NOUN/NNS>2:obj with/ADP/IN>6:case Oman/PROPN/NNP>4:nmod ./PUNCT/.>2:punct`,
    clauses: ['share | S They | O maps | with Oman'],
  },
  {
    name: 'the place of a dateline is no subject, nor what shares it',
    text: `TUNIS/PROPN/NNP>9:nsubj (/PUNCT/-LRB->3:punct AFP/PROPN/NNP>1:appos )/PUNCT/-RRB->3:punct —/PUNCT/:>1:punct A/DET/DT>7:det court/NOUN/NN>9:dep has/AUX/VBZ>9:aux ruled/VERB/VBN/rule>0:root ,/PUNCT/,>11:punct citing/VERB/VBG/cite>9:advcl it/PRON/PRP>11:obj ./PUNCT/.>9:punct`,
    clauses: ['rule | S court', 'cite | S court | O it | < rule adverbial'],
  },
  {
    name: 'a subject that the tree hangs elsewhere comes from the groups',
    text: `Pakistan/PROPN/NNP>2:compound today/NOUN/NN>3:obl:unmarked left/VERB/VBD/leave>0:root Mali/PROPN/NNP>3:obj ./PUNCT/.>3:punct`,
    clauses: ['leave | S Pakistan | O Mali | today'],
  },
  {
    name: 'a tree with a noun for its root and a past tense under it is left to the groups',
    text: `Aides/NOUN/NNS>0:root in/ADP/IN>4:case the/DET/DT>4:det town/NOUN/NN>1:nmod denied/VERB/VBD/deny>4:acl:relcl it/PRON/PRP>5:obj ./PUNCT/.>1:punct`,
    clauses: ['deny | S Aides | O it'],
  },
  {
    name: 'a conjunct that opens with a word of time is an adverbial clause',
    text: `It/PRON/PRP>2:nsubj came/VERB/VBD/come>0:root after/SCONJ/IN>6:mark Mali/PROPN/NNP>6:obl had/AUX/VBD/have>6:aux left/VERB/VBN/leave>2:conj ./PUNCT/.>2:punct`,
    clauses: ['come | S It', 'leave | S Mali | < come adverbial after'],
  },
  {
    name: '"for X to": subject of the clause and phrase of the verb',
    text: `They/PRON/PRP>3:nsubj are/AUX/VBP/be>3:aux pushing/VERB/VBG/push>0:root for/SCONJ/IN>6:mark Oman/PROPN/NNP>6:nsubj pay/VERB/VB>3:advcl ./PUNCT/.>3:punct`,
    clauses: ['push | S They | for Oman | to pay', 'pay | S Oman | < push complement to'],
  },
  {
    name: 'what "opened fire to" means is a purpose of the subject, whatever the tree says',
    text: `Police/NOUN/NN>2:nsubj opened/VERB/VBD/open>0:root fire/NOUN/NN>2:obj to/PART/TO>5:mark stop/VERB/VB>2:xcomp it/PRON/PRP>5:obj ./PUNCT/.>2:punct`,
    clauses: ['open | S Police | O fire | to stop', 'stop | S Police | O it | < open complement to'],
  },
  {
    name: 'a verb hung as an attribute on its own object: past tense, infinitive, gerund',
    text: `
      Finland/PROPN/NNP>3:nsubj voiced/VERB/VBN/voice>3:amod alarm/NOUN/NN>0:root ./PUNCT/.>3:punct
      Peru/PROPN/NNP>4:compound cut/VERB/VBD>4:amod its/PRON/PRP$>4:nmod:poss ties/NOUN/NNS/tie>0:root with/ADP/IN>6:case Fiji/PROPN/NNP>4:nmod ./PUNCT/.>4:punct
      Chad/PROPN/NNP>2:nsubj threatened/VERB/VBD/threaten>0:root to/ADP/IN>5:case cut/VERB/VB>5:amod aid/NOUN/NN>2:obl ./PUNCT/.>2:punct
      Chad/PROPN/NNP>3:nsubj has/AUX/VBZ/have>3:aux barred/VERB/VBN/bar>0:root men/NOUN/NNS/man>3:obj from/ADP/IN>7:case singing/VERB/VBG/sing>7:amod songs/NOUN/NNS>3:obl ./PUNCT/.>3:punct`,
    clauses: [
      'voice | S Finland | O alarm',
      'cut | S Peru | O ties | with Fiji',
      'threaten | S Chad | to cut',
      'cut | S Chad | O aid | < threaten complement to',
      'bar | S Chad | O men | from sing',
      'sing | S men | O songs | < bar complement from',
    ],
  },
  {
    name: 'an attribute stays one: a firm owned by a family, claims of spying',
    text: `
      It/PRON/PRP>6:nsubj is/AUX/VBZ/be>6:cop a/DET/DT>6:det family/NOUN/NN>5:compound owned/VERB/VBN/own>6:amod firm/NOUN/NN>0:root ./PUNCT/.>6:punct
      They/PRON/PRP>2:nsubj left/VERB/VBD/leave>0:root over/ADP/IN>5:case spying/VERB/VBG/spy>5:amod claims/NOUN/NNS>2:obl ./PUNCT/.>2:punct`,
    clauses: ['be | S It | O firm', 'own passive | S firm | < be relative', 'leave | S They | over claims'],
  },
  {
    name: 'a copula taken for the auxiliary of a passive',
    text: `Oman/PROPN/NNP>3:nsubj:pass was/AUX/VBD/be>3:aux:pass disappointed/ADJ/JJ>0:root with/ADP/IN>5:case Fiji/PROPN/NNP>3:obl ./PUNCT/.>3:punct`,
    clauses: ['disappointed | S Oman | with Fiji'],
  },
  {
    name: 'nouns with a verb’s tag, and nouns that the chunker left outside of their group',
    text: `
      The/DET/DT>3:det border/NOUN/NN>3:nsubj raid/VERB/VBD>4:nsubj angered/VERB/VBD/anger>0:root Oman/PROPN/NNP>4:obj ./PUNCT/.>4:punct
      They/PRON/PRP>2:nsubj wrote/VERB/VBD/write>0:root to/ADP/IN>6:case the/DET/DT>6:det Thai/PROPN/NNP>6:compound premier/ADV/RB>2:obl ./PUNCT/.>2:punct`,
    clauses: ['anger | S border | O Oman', 'write | S They | to Thai'],
  },
  {
    name: 'a noun before an adjective of state, and an owner without a mark, are objects',
    text: `
      They/PRON/PRP>2:nsubj burned/VERB/VBD/burn>0:root a/DET/DT>4:det man/NOUN/NN>5:nsubj alive/ADJ/JJ>2:xcomp ./PUNCT/.>2:punct
      They/PRON/PRP>2:nsubj pledged/VERB/VBD/pledge>0:root Oman/PROPN/NNP>5:nmod:poss their/PRON/PRP$>5:nmod:poss help/NOUN/NN>2:obj ./PUNCT/.>2:punct`,
    clauses: ['burn | S They | O man', 'pledge | S They | O Oman, help'],
  },
  {
    name: 'lists that the tree breaks: two subjects, a noun on the verb',
    text: `
      Mali/PROPN/NNP>6:nsubj ,/PUNCT/,>3:punct Chad/PROPN/NNP>6:nsubj and/CCONJ/CC>5:cc Niger/PROPN/NNP>3:conj left/VERB/VBD/leave>0:root ./PUNCT/.>6:punct
      They/PRON/PRP>2:nsubj toured/VERB/VBD/tour>0:root Seoul/PROPN/NNP>2:obj and/CCONJ/CC>5:cc Pusan/PROPN/NNP>2:conj ./PUNCT/.>2:punct`,
    clauses: ['leave | S Mali+Chad+Niger', 'tour | S They | O Seoul+Pusan'],
  },
  {
    name: 'a relative clause on a noun that does not agree with its verb; the number of another subject says nothing',
    text: `
      Talks/NOUN/NNS>7:nsubj in/ADP/IN>3:case Rome/PROPN/NNP>1:nmod that/PRON/WDT>6:nsubj:pass were/AUX/VBD/be>6:aux:pass led/VERB/VBN/lead>3:acl:relcl failed/VERB/VBD/fail>0:root ./PUNCT/.>7:punct
      Men/NOUN/NNS/man>8:nsubj with/ADP/IN>3:case arms/NOUN/NNS>1:nmod that/PRON/WDT>7:obj Oman/PROPN/NNP>7:nsubj has/AUX/VBZ/have>7:aux sold/VERB/VBN/sell>3:acl:relcl fled/VERB/VBD/flee>0:root ./PUNCT/.>8:punct`,
    clauses: [
      'lead passive | S Talks | < fail relative that',
      'fail | S Talks',
      'sell | S Oman | O arms | < flee relative that',
      'flee | S Men',
    ],
  },
  {
    name: 'what somebody is told, taken for a relative clause on the hearer',
    text: `They/PRON/PRP>2:nsubj told/VERB/VBD/tell>0:root Oman/PROPN/NNP>2:obj that/SCONJ/IN>7:mark Fiji/PROPN/NNP>7:nsubj had/AUX/VBD/have>7:aux left/VERB/VBN/leave>3:acl ./PUNCT/.>2:punct`,
    clauses: ['tell | S They | O Oman | that leave', 'leave | S Fiji | < tell complement that'],
  },
  {
    name: 'a relative pronoun is the subject where there is another object and no other subject',
    text: `The/DET/DT>2:det road/NOUN/NN>7:nsubj that/PRON/WDT>4:obj links/VERB/VBZ/link>2:acl:relcl two/NUM/CD>6:nummod towns/NOUN/NNS/town>4:obj closed/VERB/VBD/close>0:root ./PUNCT/.>7:punct`,
    clauses: ['link | S road | O towns | < close relative that', 'close | S road'],
  },
  {
    name: 'a bare participle that is the verb of a sentence is a past tense; not in a headline, not with an agent',
    text: `
      Oman/PROPN/NNP>2:nsubj:pass called/VERB/VBN/call>0:root for/ADP/IN>4:case talks/NOUN/NNS/talk>2:obl ./PUNCT/.>2:punct
      Envoy/NOUN/NN>2:nsubj:pass expelled/VERB/VBN/expel>0:root over/ADP/IN>4:case claims/NOUN/NNS/claim>2:obl
      Envoy/NOUN/NN>2:nsubj:pass expelled/VERB/VBN/expel>0:root by/ADP/IN>4:case Oman/PROPN/NNP>2:obl:agent ./PUNCT/.>2:punct`,
    clauses: [
      'call | S Oman | for talks',
      'expel passive | S Envoy | over claims',
      'expel passive | S Envoy | by Oman',
    ],
  },
  {
    name: 'the first of several verbs under the second one; not with a word of time',
    text: `
      Iran/PROPN/NNP>2:nsubj praised/VERB/VBD/praise>5:advcl Oman/PROPN/NNP>2:obj ,/PUNCT/,>2:punct warned/VERB/VBD/warn>0:root Iraq/PROPN/NNP>5:obj and/CCONJ/CC>8:cc left/VERB/VBD/leave>5:conj ./PUNCT/.>5:punct
      When/ADV/WRB>3:advmod Iran/PROPN/NNP>3:nsubj left/VERB/VBD/leave>5:advcl ,/PUNCT/,>5:punct warned/VERB/VBD/warn>0:root Iraq/PROPN/NNP>5:obj ./PUNCT/.>5:punct`,
    clauses: [
      'praise | S Iran | O Oman',
      'warn | S Iran | O Iraq | < praise coordinate',
      'leave | S Iran | < warn coordinate',
      'leave | S Iran | < warn adverbial when',
      'warn | O Iraq',
    ],
  },
  {
    name: 'a verb of saying between commas has one subject, the verb behind it the other one',
    text: `Chad/PROPN/NNP>4:nsubj ,/PUNCT/,>1:punct Mali/PROPN/NNP>4:nsubj said/VERB/VBD/say>0:root ,/PUNCT/,>6:punct attacked/VERB/VBD/attack>4:ccomp Niger/PROPN/NNP>6:obj ./PUNCT/.>4:punct`,
    clauses: ['say | S Mali | that attack', 'attack | S Chad | O Niger | < say complement'],
  },
  {
    name: 'nouns with a verb’s tag: the topic behind a time, the root of the tree',
    text: `
      They/PRON/PRP>2:nsubj said/VERB/VBD/say>0:root on/ADP/IN>4:case Monday/PROPN/NNP>2:obl that/PRON/WDT>6:nsubj talks/VERB/VBZ/talk>4:acl:relcl with/ADP/IN>8:case Chad/PROPN/NNP>6:obl had/AUX/VBD/have>10:aux begun/VERB/VBN/begin>2:ccomp ./PUNCT/.>2:punct
      The/DET/DT>3:det truce/NOUN/NN>3:compound talks/VERB/VBZ/talk>0:root with/ADP/IN>5:case Chad/PROPN/NNP>3:nmod opened/VERB/VBN/open>3:acl in/ADP/IN>8:case Lima/PROPN/NNP>6:obl ./PUNCT/.>3:punct`,
    clauses: [
      'say | S They | on Monday | that begin',
      'begin | S talks | < say complement that',
      'open | S truce | in Lima',
    ],
  },
  {
    name: 'the thing given is an object, not a measure; a part of it before "its" gets it',
    text: `
      They/PRON/PRP>2:nsubj gave/VERB/VBD/give>0:root Oman/PROPN/NNP>2:obj a/DET/DT>5:det map/NOUN/NN>2:obl:unmarked ./PUNCT/.>2:punct
      They/PRON/PRP>2:nsubj gave/VERB/VBD/give>0:root talks/NOUN/NNS/talk>2:obj three/NUM/CD>5:nummod days/NOUN/NNS/day>2:obl:unmarked ./PUNCT/.>2:punct
      They/PRON/PRP>2:nsubj pledged/VERB/VBD/pledge>0:root Oman/PROPN/NNP>5:compound their/PRON/PRP$>5:nmod:poss help/NOUN/NN>2:obj ./PUNCT/.>2:punct`,
    clauses: ['give | S They | O Oman, map', 'give | S They | O talks | days', 'pledge | S They | O Oman, help'],
  },
  {
    name: 'an object before its participle is the host’s',
    text: `They/PRON/PRP>2:nsubj returned/VERB/VBD/return>0:root a/DET/DT>4:det bell/NOUN/NN>5:obl:unmarked engraved/VERB/VBN/engrave>2:xcomp with/ADP/IN>8:case a/DET/DT>8:det name/NOUN/NN>5:obl ./PUNCT/.>2:punct`,
    clauses: ['return | S They | O bell', 'engrave passive | S bell | with name | < return relative'],
  },
  {
    name: '"with N doing": a clause of its own',
    text: `With/ADP/IN>3:case a/DET/DT>3:det sniper/NOUN/NN>7:obl shooting/VERB/VBG/shoot>3:acl ,/PUNCT/,>7:punct guards/NOUN/NNS/guard>7:nsubj fled/VERB/VBD/flee>0:root ./PUNCT/.>7:punct`,
    clauses: ['shoot | S sniper | < flee adverbial with', 'flee | S guards'],
  },
  {
    name: 'a gerund between two nouns says what the first one does to the second one',
    text: `They/PRON/PRP>2:nsubj signed/VERB/VBD/sign>0:root a/DET/DT>4:det deal/NOUN/NN>2:obj easing/VERB/VBG/ease>6:amod tension/NOUN/NN>2:obj ./PUNCT/.>2:punct`,
    clauses: ['sign | S They | O deal', 'ease | S deal | O tension | < sign relative'],
  },
  {
    name: 'a verb under its subject, which the tree takes for the verb of the clause',
    text: `The/DET/DT>2:det king/NOUN/NN>10:ccomp ,/PUNCT/,>4:punct Omar/PROPN/NNP>2:appos ,/PUNCT/,>6:punct called/VERB/VBN/call>2:acl Oman/PROPN/NNP>6:obj ,/PUNCT/,>2:punct aides/NOUN/NNS/aide>10:nsubj said/VERB/VBD/say>0:root ./PUNCT/.>10:punct`,
    clauses: ['call | S king | O Oman | < say speech', 'say | S aides'],
  },
  {
    name: 'a participle as the complement of a verb: how the object is, what is reported',
    text: `
      They/PRON/PRP>2:nsubj kept/VERB/VBD/keep>0:root men/NOUN/NNS/man>2:obj stationed/VERB/VBN/station>2:xcomp there/ADV/RB>4:advmod ./PUNCT/.>2:punct
      Men/NOUN/NNS/man>3:nsubj:pass were/AUX/VBD/be>3:aux:pass reported/VERB/VBN/report>0:root killed/VERB/VBN/kill>3:xcomp ./PUNCT/.>3:punct
      They/PRON/PRP>3:nsubj are/AUX/VBP/be>3:aux:pass committed/VERB/VBN/commit>0:root to/SCONJ/IN>5:mark leaving/VERB/VBG/leave>3:advcl ./PUNCT/.>3:punct`,
    clauses: [
      'keep | S They | O men',
      'station passive | S men | < keep relative',
      'report passive | S Men | that kill',
      'kill passive | S Men | < report complement',
      'commit passive | S They | to leave',
      'leave | S They | < commit complement to',
    ],
  },
  {
    name: 'a time that stands for a thing is an object; what stands between commas behind the subject is the clause’s as well',
    text: `
      They/PRON/PRP>2:nsubj eased/VERB/VBD/ease>0:root the/DET/DT>5:det curfew/NOUN/NN>5:compound hours/NOUN/NNS/hour>2:obj ./PUNCT/.>2:punct
      They/PRON/PRP>2:nsubj left/VERB/VBD/leave>0:root last/ADJ/JJ>4:amod week/NOUN/NN>2:obj ./PUNCT/.>2:punct
      Oman/PROPN/NNP>6:nsubj ,/PUNCT/,>1:punct in/ADP/IN>4:case talks/NOUN/NNS/talk>1:nmod ,/PUNCT/,>1:punct left/VERB/VBD/leave>0:root ./PUNCT/.>6:punct`,
    clauses: ['ease | S They | O hours', 'leave | S They | week', 'leave | S Oman | in talks'],
  },
];

test.each(CASES)('$name', ({ text, clauses }) => {
  const doc = parsedDoc(text);
  expect(printClauses(doc, readClauses(doc, SPEECH))).toEqual(clauses);
});

test('a name that the tree hangs apart inside one group makes one phrase', () => {
  const doc = parsedDoc(
    `They/PRON/PRP>2:nsubj met/VERB/VBD/meet>0:root envoys/NOUN/NNS>2:obj of/ADP/IN>7:case President/PROPN/NNP>7:nmod:desc Omar/PROPN/NNP>7:compound Daud/PROPN/NNP>3:nmod ./PUNCT/.>2:punct`,
  );
  expect(printNouns(doc, readClauses(doc, SPEECH))).toEqual(['envoys | of Daud']);
});

test('two subjects with a verb between them rename nothing', () => {
  const doc = parsedDoc(
    `The/DET/DT>2:det king/NOUN/NN>7:nsubj called/VERB/VBD/call>2:acl Oman/PROPN/NNP>3:obj ,/PUNCT/,>3:punct aides/NOUN/NNS/aide>7:nsubj said/VERB/VBD/say>0:root ./PUNCT/.>7:punct`,
  );
  const clauses = readClauses(doc, SPEECH);
  expect(printClauses(doc, clauses)).toEqual(['call | S king | O Oman | < say speech', 'say | S aides']);
  expect(printNouns(doc, clauses)).toEqual([]);
});
