import { expect, test } from 'vitest';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { printClauses } from '../support/print-clauses.ts';
import { read, SPEECH } from './read-parsed.ts';

const CASES: readonly { readonly name: string; readonly text: string; readonly clauses: readonly string[] }[] = [
  {
    name: 'subject, object, prepositional phrases',
    text: `Norway/PROPN/NNP>2:nsubj recalled/VERB/VBD>0:root its/PRON/PRP$>4:nmod:poss ambassador/NOUN/NN>2:obj from/ADP/IN>6:case
      Jakarta/PROPN/NNP>2:obl on/ADP/IN>8:case Friday/PROPN/NNP>2:obl ./PUNCT/.>2:punct`,
    clauses: ['recall | S Norway | O ambassador | from Jakarta; on Friday'],
  },
  {
    name: 'direct and indirect object, in text order',
    text: `Oman/PROPN/NNP>2:nsubj gave/VERB/VBD/give>0:root them/PRON/PRP>2:iobj a/DET/DT>5:det map/NOUN/NN>2:obj ./PUNCT/.>2:punct`,
    clauses: ['give | S Oman | O them, map'],
  },
  {
    name: 'passive with an agent, which is nobody else’s phrase',
    text: `Word/NOUN/NN>6:nsubj:pass of/ADP/IN>4:case the/DET/DT>4:det plot/NOUN/NN>1:nmod was/AUX/VBD/be>6:aux:pass sent/VERB/VBN/send>0:root
      to/ADP/IN>8:case Rome/PROPN/NNP>6:obl by/ADP/IN>10:case spies/NOUN/NNS/spy>6:obl:agent ./PUNCT/.>6:punct`,
    clauses: ['send passive | S Word | to Rome; by spies'],
  },
  {
    name: 'an auxiliary outside the group makes the passive, "by" without its subtype the agent',
    text: `He/PRON/PRP>4:nsubj:pass was/AUX/VBD/be>4:aux:pass either/CCONJ/CC>4:cc fined/VERB/VBN/fine>0:root or/CCONJ/CC>6:cc
      jailed/VERB/VBN>4:conj by/ADP/IN>8:case Chad/PROPN/NNP>4:obl ./PUNCT/.>4:punct`,
    clauses: ['fine passive | S He | by Chad', 'jail passive | S He | < fine coordinate'],
  },
  {
    name: 'an auxiliary before its subject: tense and negation come along',
    text: `Did/AUX/VBD/do>4:aux ~n't/PART/RB/not>4:advmod Iran/PROPN/NNP>4:nsubj sign/VERB/VB>0:root it/PRON/PRP>4:obj ~?/PUNCT/.>4:punct`,
    clauses: ['not sign | S Iran | O it'],
  },
  {
    name: 'conjuncts of nouns and of verbs',
    text: `Brazil/PROPN/NNP>4:nsubj and/CCONJ/CC>3:cc Peru/PROPN/NNP>1:conj signed/VERB/VBD/sign>0:root a/DET/DT>6:det pact/NOUN/NN>4:obj and/CCONJ/CC>8:cc
      opened/VERB/VBD/open>4:conj the/DET/DT>10:det border/NOUN/NN>8:obj ./PUNCT/.>4:punct`,
    clauses: ['sign | S Brazil+Peru | O pact', 'open | S Brazil+Peru | O border | < sign coordinate'],
  },
  {
    name: 'an object behind two verbs is that of both',
    text: `Rebels/NOUN/NNS>2:nsubj attacked/VERB/VBD/attack>0:root and/CCONJ/CC>4:cc looted/VERB/VBD/loot>2:conj the/DET/DT>6:det town/NOUN/NN>2:obj ./PUNCT/.>2:punct`,
    clauses: ['attack | S Rebels | O town', 'loot | S Rebels | O town | < attack coordinate'],
  },
  {
    name: 'a conjunct with a preposition of its own is a phrase of its own',
    text: `They/PRON/PRP>2:nsubj met/VERB/VBD/meet>0:root in/ADP/IN>4:case Lima/PROPN/NNP>2:obl and/CCONJ/CC>7:cc at/ADP/IN>7:case sea/NOUN/NN>4:conj ./PUNCT/.>2:punct`,
    clauses: ['meet | S They | in Lima; at sea'],
  },
  {
    name: 'infinitives share the subject, or the object where there is one',
    text: `
      Fiji/PROPN/NNP>2:nsubj agreed/VERB/VBD/agree>0:root to/PART/TO>4:mark help/VERB/VB>2:xcomp ./PUNCT/.>2:punct
      Fiji/PROPN/NNP>2:nsubj pushed/VERB/VBD/push>0:root Niue/PROPN/NNP>2:obj to/PART/TO>5:mark help/VERB/VB>2:xcomp ./PUNCT/.>2:punct
      Fiji/PROPN/NNP>2:nsubj promised/VERB/VBD/promise>0:root Niue/PROPN/NNP>2:obj to/PART/TO>5:mark help/VERB/VB>2:xcomp ./PUNCT/.>2:punct
      Fiji/PROPN/NNP>3:nsubj:pass was/AUX/VBD/be>3:aux:pass urged/VERB/VBN/urge>0:root to/PART/TO>5:mark help/VERB/VB>3:xcomp ./PUNCT/.>3:punct`,
    clauses: [
      'agree | S Fiji | to help',
      'help | S Fiji | < agree complement to',
      'push | S Fiji | O Niue | to help',
      'help | S Niue | < push complement to',
      'promise | S Fiji | O Niue | to help',
      'help | S Fiji | < promise complement to',
      'urge passive | S Fiji | to help',
      'help | S Fiji | < urge complement to',
    ],
  },
  {
    name: '"call on X to": the phrase controls',
    text: `Mali/PROPN/NNP>2:nsubj called/VERB/VBD/call>0:root on/ADP/IN>4:case Chad/PROPN/NNP>2:obl to/PART/TO>6:mark leave/VERB/VB>2:xcomp ./PUNCT/.>2:punct`,
    clauses: ['call | S Mali | on Chad | to leave', 'leave | S Chad | < call complement to'],
  },
  {
    name: '"for X to": the subject, wherever the tree hangs it',
    text: `They/PRON/PRP>2:nsubj waited/VERB/VBD/wait>0:root for/ADP/IN>4:case Oman/PROPN/NNP>2:obl to/PART/TO>6:mark answer/VERB/VB>2:xcomp ./PUNCT/.>2:punct`,
    clauses: ['wait | S They | for Oman | to answer', 'answer | S Oman | < wait complement to'],
  },
  {
    name: 'a gerund behind a preposition is content of the verb; "of" takes its object as doer',
    text: `
      Togo/PROPN/NNP>2:nsubj accused/VERB/VBD/accuse>0:root Benin/PROPN/NNP>2:obj of/SCONJ/IN>5:mark arming/VERB/VBG/arm>2:advcl rebels/NOUN/NNS>5:obj ./PUNCT/.>2:punct
      Togo/PROPN/NNP>2:nsubj left/VERB/VBD/leave>0:root without/SCONJ/IN>4:mark signing/VERB/VBG/sign>2:advcl ./PUNCT/.>2:punct`,
    clauses: [
      'accuse | S Togo | O Benin | of arm',
      'arm | S Benin | O rebels | < accuse complement of',
      'leave | S Togo | without sign',
      'sign | S Togo | < leave complement without',
    ],
  },
  {
    name: 'clauses before the verb on which they hang',
    text: `
      Speaking/VERB/VBG/speak>5:advcl ,/PUNCT/,>1:punct the/DET/DT>4:det envoy/NOUN/NN>5:nsubj smiled/VERB/VBD/smile>0:root ./PUNCT/.>5:punct
      To/PART/TO>2:mark win/VERB/VB>5:advcl ,/PUNCT/,>2:punct Mali/PROPN/NNP>5:nsubj paid/VERB/VBD/pay>0:root ./PUNCT/.>5:punct
      If/SCONJ/IN>3:mark Mali/PROPN/NNP>3:nsubj pays/VERB/VBZ/pay>6:advcl ,/PUNCT/,>3:punct Chad/PROPN/NNP>6:nsubj leaves/VERB/VBZ/leave>0:root ./PUNCT/.>6:punct`,
    clauses: [
      'speak | S envoy | < smile adverbial',
      'smile | S envoy',
      'win | S Mali | < pay adverbial to',
      'pay | S Mali',
      'pay | S Mali | < leave adverbial if',
      'leave | S Chad',
    ],
  },
  {
    name: 'relative clauses: the antecedent as subject, object, oblique, owner',
    text: `
      Men/NOUN/NNS/man>5:nsubj who/PRON/WP>3:nsubj fled/VERB/VBD/flee>1:acl:relcl had/AUX/VBD/have>5:aux lied/VERB/VBN/lie>0:root ./PUNCT/.>5:punct
      The/DET/DT>2:det pact/NOUN/NN>6:nsubj which/PRON/WDT>5:obj Mali/PROPN/NNP>5:nsubj signed/VERB/VBD/sign>2:acl:relcl failed/VERB/VBD/fail>0:root ./PUNCT/.>6:punct
      The/DET/DT>2:det port/NOUN/NN>7:nsubj in/ADP/IN>4:case which/PRON/WDT>6:obl ships/NOUN/NNS>6:nsubj dock/VERB/VBP>2:acl:relcl closed/VERB/VBD/close>0:root ./PUNCT/.>7:punct
      The/DET/DT>2:det king/NOUN/NN>6:nsubj whose/PRON/WP$>4:nmod:poss army/NOUN/NN>5:nsubj fled/VERB/VBD/flee>2:acl:relcl wept/VERB/VBD/weep>0:root ./PUNCT/.>6:punct`,
    clauses: [
      'flee | S Men | < lie relative who',
      'lie | S Men',
      'sign | S Mali | O pact | < fail relative which',
      'fail | S pact',
      'dock | S ships | in port | < close relative which',
      'close | S port',
      'flee | S army | < weep relative whose',
      'weep | S king',
    ],
  },
  {
    name: 'relative clauses without a pronoun: object, stranded preposition, verb further in, no gap for a time',
    text: `
      The/DET/DT>2:det pact/NOUN/NN>5:nsubj they/PRON/PRP>4:nsubj signed/VERB/VBD/sign>2:acl:relcl failed/VERB/VBD/fail>0:root ./PUNCT/.>5:punct
      The/DET/DT>2:det bloc/NOUN/NN>6:nsubj it/PRON/PRP>4:nsubj belongs/VERB/VBZ/belong>2:acl:relcl to/ADP/IN>4:obl grew/VERB/VBD/grow>0:root ./PUNCT/.>6:punct
      The/DET/DT>2:det pact/NOUN/NN>7:nsubj they/PRON/PRP>4:nsubj hoped/VERB/VBD/hope>2:acl:relcl to/PART/TO>6:mark sign/VERB/VB>4:xcomp failed/VERB/VBD/fail>0:root ./PUNCT/.>7:punct
      The/DET/DT>2:det day/NOUN/NN>6:nsubj they/PRON/PRP>4:nsubj left/VERB/VBD/leave>2:acl:relcl was/AUX/VBD/be>6:cop cold/ADJ/JJ>0:root ./PUNCT/.>6:punct`,
    clauses: [
      'sign | S they | O pact | < fail relative',
      'fail | S pact',
      'belong | S it | to bloc | < grow relative',
      'grow | S bloc',
      'hope | S they | to sign | < fail relative',
      'sign | S they | O pact | < hope complement to',
      'fail | S pact',
      'leave | S they | < cold relative',
      'cold | S day',
    ],
  },
  {
    name: 'only the conjuncts before a relative clause are described by it',
    text: `Men/NOUN/NNS/man>6:nsubj who/PRON/WP>3:nsubj fled/VERB/VBD/flee>1:acl:relcl and/CCONJ/CC>5:cc boys/NOUN/NNS>1:conj wept/VERB/VBD/weep>0:root ./PUNCT/.>6:punct`,
    clauses: ['flee | S Men | < weep relative who', 'weep | S Men+boys'],
  },
  {
    name: 'reduced relative clauses; a past form there is a participle, whatever its tag',
    text: `Rebels/NOUN/NNS>5:nsubj held/VERB/VBD/hold>1:acl by/ADP/IN>4:case Chad/PROPN/NNP>2:obl fled/VERB/VBD/flee>0:root ./PUNCT/.>5:punct`,
    clauses: ['hold passive | S Rebels | by Chad | < flee relative', 'flee | S Rebels'],
  },
  {
    name: 'a bare participle with a subject is a past tense, whatever its tag',
    text: `Aides/NOUN/NNS>2:nsubj blamed/VERB/VBN/blame>0:root Chad/PROPN/NNP>2:obj ./PUNCT/.>2:punct`,
    clauses: ['blame | S Aides | O Chad'],
  },
  {
    name: 'copulas: adjective, noun, prepositional phrase, clause',
    text: `
      Mali/PROPN/NNP>3:nsubj is/AUX/VBZ/be>3:cop ready/ADJ/JJ>0:root to/PART/TO>5:mark talk/VERB/VB>3:xcomp ./PUNCT/.>3:punct
      Mali/PROPN/NNP>4:nsubj is/AUX/VBZ/be>4:cop a/DET/DT>4:det member/NOUN/NN>0:root of/ADP/IN>7:case the/DET/DT>7:det bloc/NOUN/NN>4:nmod ./PUNCT/.>4:punct
      Mali/PROPN/NNP>4:nsubj is/AUX/VBZ/be>4:cop in/ADP/IN>4:case talks/NOUN/NNS>0:root with/ADP/IN>6:case Chad/PROPN/NNP>4:nmod ./PUNCT/.>4:punct
      The/DET/DT>2:det snag/NOUN/NN>6:nsubj:outer is/AUX/VBZ/be>6:cop that/SCONJ/IN>6:mark Mali/PROPN/NNP>6:nsubj objects/VERB/VBZ/object>0:root ./PUNCT/.>6:punct`,
    clauses: [
      'ready | S Mali | to talk',
      'talk | S Mali | < ready complement to',
      'be | S Mali | O member | of bloc',
      'be | S Mali | in talks; with Chad',
      'be | S snag | that object',
      'object | S Mali | < be complement that',
    ],
  },
  {
    name: 'content clauses: with "that", without, subjunctive, asked, of two conjuncts with subjects of their own',
    text: `
      He/PRON/PRP>2:nsubj said/VERB/VBD/say>0:root Mali/PROPN/NNP>4:nsubj lied/VERB/VBD/lie>2:ccomp but/CCONJ/CC>7:cc Chad/PROPN/NNP>7:nsubj paid/VERB/VBD/pay>4:conj ./PUNCT/.>2:punct
      He/PRON/PRP>2:nsubj demanded/VERB/VBD/demand>0:root that/SCONJ/IN>5:mark Mali/PROPN/NNP>5:nsubj pay/VERB/VB>2:ccomp ./PUNCT/.>2:punct
      He/PRON/PRP>2:nsubj asked/VERB/VBD/ask>0:root whether/SCONJ/IN>6:mark Mali/PROPN/NNP>6:nsubj would/AUX/MD>6:aux pay/VERB/VB>2:ccomp ./PUNCT/.>2:punct`,
    clauses: [
      'say | S He | that lie, that pay',
      'lie | S Mali | < say complement',
      'pay | S Chad | < say complement',
      'demand | S He | that pay',
      'pay | S Mali | < demand complement that',
      'ask | S He | that pay',
      'would pay | S Mali | < ask complement whether',
    ],
  },
  {
    name: 'content of a noun stands at the noun and, behind its verb, at the verb too',
    text: `
      Mali/PROPN/NNP>2:nsubj dropped/VERB/VBD/drop>0:root its/PRON/PRP$>4:nmod:poss plan/NOUN/NN>2:obj to/PART/TO>6:mark leave/VERB/VB>4:acl ./PUNCT/.>2:punct
      The/DET/DT>2:det plan/NOUN/NN>5:nsubj to/PART/TO>4:mark leave/VERB/VB>2:acl failed/VERB/VBD/fail>0:root ./PUNCT/.>5:punct`,
    clauses: [
      'drop | S Mali | O plan | to leave',
      'leave | S Mali | < drop complement to',
      'leave | S plan | < fail relative to',
      'fail | S plan',
    ],
  },
  {
    name: 'reported speech: the clause before hangs on the verb of saying',
    text: `Iraq/PROPN/NNP>2:nsubj paid/VERB/VBD/pay>7:ccomp ,/PUNCT/,>2:punct a/DET/DT>6:det customs/NOUN/NNS>6:compound official/NOUN/NN>7:nsubj said/VERB/VBD/say>0:root ./PUNCT/.>7:punct`,
    clauses: ['pay | S Iraq | < say speech', 'say | S official'],
  },
  {
    name: 'reported speech that the tree takes for a parataxis, a conjunct, or one clause with the wrong subject',
    text: `
      Iraq/PROPN/NNP>2:nsubj paid/VERB/VBD/pay>0:root ,/PUNCT/,>5:punct officials/NOUN/NNS>5:nsubj said/VERB/VBD/say>2:parataxis ./PUNCT/.>2:punct
      Iraq/PROPN/NNP>2:nsubj paid/VERB/VBD/pay>0:root ,/PUNCT/,>5:punct officials/NOUN/NNS>5:nsubj said/VERB/VBD/say>2:conj ./PUNCT/.>2:punct
      Iraq/PROPN/NNP>5:nsubj paid/VERB/VBD/pay>1:acl ,/PUNCT/,>5:punct officials/NOUN/NNS>2:obj said/VERB/VBD/say>0:root ./PUNCT/.>5:punct
      Iraq/PROPN/NNP>2:nsubj paid/VERB/VBD/pay>0:root ,/PUNCT/,>4:punct said/VERB/VBD/say>2:conj officials/NOUN/NNS>4:obj ./PUNCT/.>2:punct`,
    clauses: [
      'pay | S Iraq | < say speech',
      'say | S officials',
      'pay | S Iraq | < say speech',
      'say | S officials',
      'pay | S Iraq | < say speech',
      'say | S officials',
      'pay | S Iraq | < say speech',
      'say | S officials',
    ],
  },
  {
    name: 'quotations reach over sentences; “…,” said Z',
    text: `
      “/PUNCT/\`\`>3:punct ~We/PRON/PRP>3:nsubj won/VERB/VBD/win>6:ccomp ~,/PUNCT/,>3:punct ~”/PUNCT/''>3:punct said/VERB/VBD/say>0:root Juma/PROPN/NNP>6:nsubj ~./PUNCT/.>6:punct
      “/PUNCT/\`\`>3:punct ~They/PRON/PRP>3:nsubj lost/VERB/VBD/lose>0:root ~./PUNCT/.>3:punct
      We/PRON/PRP>2:nsubj left/VERB/VBD/leave>0:root ~./PUNCT/.>2:punct ~”/PUNCT/''>2:punct`,
    clauses: ['win “” | S We | < say speech', 'say | S Juma', 'lose “” | S They', 'leave “” | S We'],
  },
  {
    name: 'fixed phrases: prepositions of several words, phrases that hold nobody',
    text: `According/VERB/VBG/accord>3:case to/ADP/IN>1:fixed Tass/PROPN/NNP>8:obl ,/PUNCT/,>3:punct Mali/PROPN/NNP>8:nsubj in/ADP/IN>7:case fact/NOUN/NN>8:obl paid/VERB/VBD/pay>0:root
      because/ADP/IN>11:case of/ADP/IN>9:fixed pressure/NOUN/NN>8:obl ./PUNCT/.>8:punct`,
    clauses: ['pay | S Mali | according to Tass; because of pressure'],
  },
  {
    name: 'particles, also behind the object',
    text: `
      They/PRON/PRP>2:nsubj carried/VERB/VBD/carry>0:root out/ADP/RP>2:compound:prt raids/NOUN/NNS>2:obj ./PUNCT/.>2:punct
      They/PRON/PRP>2:nsubj called/VERB/VBD/call>0:root the/DET/DT>4:det raid/NOUN/NN>2:obj off/ADP/RP>2:compound:prt ./PUNCT/.>2:punct`,
    clauses: ['carry_out | S They | O raids', 'call_off | S They | O raid'],
  },
  {
    name: 'a time is a phrase without preposition, and no subject beside another',
    text: `Friday/PROPN/NNP>3:nsubj Chad/PROPN/NNP>3:nsubj met/VERB/VBD/meet>0:root Mali/PROPN/NNP>3:obj last/ADJ/JJ>6:amod week/NOUN/NN>3:obl:unmarked ./PUNCT/.>3:punct`,
    clauses: ['meet | S Chad | O Mali | week'],
  },
  {
    name: 'existence: the subject stands behind',
    text: `There/PRON/EX>2:expl were/VERB/VBD/be>0:root talks/NOUN/NNS>2:nsubj with/ADP/IN>5:case Chad/PROPN/NNP>3:nmod ./PUNCT/.>2:punct`,
    clauses: ['be | S talks | with Chad'],
  },
  {
    name: 'a subject that is no noun lends itself to nobody and takes none',
    text: `Chad/PROPN/NNP>2:nsubj paid/VERB/VBD/pay>0:root ,/PUNCT/,>6:punct but/CCONJ/CC>6:cc who/PRON/WP>6:nsubj gains/VERB/VBZ/gain>2:conj ?/PUNCT/.>2:punct`,
    clauses: ['pay | S Chad', 'gain'],
  },
  {
    name: '"be to" is one predicate, whichever verb the tree puts first',
    text: `Chad/PROPN/NNP>2:nsubj is/AUX/VBZ/be>0:root to/PART/TO>4:mark host/VERB/VB>2:xcomp it/PRON/PRP>4:obj ./PUNCT/.>2:punct`,
    clauses: ['be to host | S Chad | O it'],
  },
  {
    name: 'a finite verb joins a finite one, though the tree hangs it on a participle',
    text: `Chad/PROPN/NNP>2:nsubj freed/VERB/VBD/free>0:root men/NOUN/NNS/man>2:obj held/VERB/VBN/hold>3:acl in/ADP/IN>6:case Lima/PROPN/NNP>4:obl and/CCONJ/CC>8:cc
      issued/VERB/VBD/issue>4:conj a/DET/DT>10:det statement/NOUN/NN>8:obj ./PUNCT/.>2:punct`,
    clauses: [
      'free | S Chad | O men',
      'hold passive | S men | in Lima | < free relative',
      'issue | S Chad | O statement | < free coordinate',
    ],
  },
];

test.each(CASES)('$name', ({ text, clauses }) => {
  expect(read(text).lines).toEqual(clauses);
});

test('each sentence is read by its tree where it has one, else by its groups', () => {
  const { doc, lines } = read(`
      Troops/NOUN/NNS>2:nsubj left/VERB/VBD/leave>0:root Mali/PROPN/NNP>2:obj ./PUNCT/.>2:punct
      Troops/NOUN/NNS>1:dep left/VERB/VBD/leave>2:dep Chad/PROPN/NNP>3:dep ./PUNCT/.>4:dep`);
  expect(lines).toEqual(['leave | S Troops | O Mali', 'leave | S Troops | O Chad']);
  const circle = [1, 0, 2, 2, 4, 4, 4, 4].map((head) => ({ head, deprel: 'dep' }));
  expect(printClauses(doc, readClauses({ ...doc, dependencies: circle }, SPEECH))[0]).toBe('leave | S Troops | O Mali');
});
