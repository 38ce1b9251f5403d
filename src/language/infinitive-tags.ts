import type { Tag } from './tag.ts';

/** Words that take an infinitive far oftener than a noun behind "to". */
const TAKERS: ReadonlySet<string> = new Set(
  (
    'plan plans planned planning refuse refuses refused refusing promise promises promised promising pledge pledges pledged pledging vow vows vowed ' +
    'undertake undertakes undertook undertaken offer offers offered offering decline declines declined declining want wants wanted hope hopes hoped ' +
    'intend intends intended threaten threatens threatened decide decides decided decision try tries tried attempt attempts attempted bid ready ' +
    'readiness willing willingness prepared unwilling unwillingness reluctant reluctance eager keen refusal intention failed fails fail failure ' +
    'manage manages managed order ordered orders urge urged urges due set scheduled expected poised determined able unable ability right call calls appeal appeals plea pleas demand demands request requests voted vote votes'
  ).split(' '),
);
/** Agreeing is as often "to a thing". */
const AGREEING: ReadonlySet<string> = new Set(
  'agree agrees agreed agreeing consent consented commitment committed'.split(' '),
);
/** Verbs that the tagger takes for nouns, adjectives, adverbs or prepositions behind "to". */
const VERBS: ReadonlySet<string> = new Set(
  (
    'hand swap back free host trade arm help aid visit release return exchange transfer ship supply fund finance lease loan open clear pardon sign curb ' +
    'ease house shelter ban sack train lift ration shield slow calm better near cede cool mend patch rein scale step throw turn pump pour rush station ' +
    'deal end face sit stand hold drop table lower honour honor shelve bow budge cave yield soften water rebuff veto'
  ).split(' '),
);
/** What stands behind a noun and not behind a verb with an object. */
const BEHIND_NOUN = /^(?:of|between|,|\.|;)$/;
const INFINITIVE: Tag = { upos: 'VERB', xpos: 'VB' };
const TO: Tag = { upos: 'PART', xpos: 'TO' };

const ADJECTIVE: Tag = { upos: 'ADJ', xpos: 'JJ' };
const PREPOSITION: Tag = { upos: 'ADP', xpos: 'IN' };

/** "is open to [direct/VB] talks": no stage directions. */
const isDirect = (forms: readonly string[], i: number): boolean =>
  forms[i] === 'direct' &&
  forms[i - 1] === 'to' &&
  /^(?:talks|negotiations|dialogue|contacts?|elections|flights|rule|trade|aid)$/.test(forms[i + 1] ?? '');

/** "plans to [swap/NN] prisoners", "its readiness to [hand/NN] over data", "refused to [back/RB] down": the verb that was taken for another word. */
export function mendInfinitive(forms: readonly string[], tags: readonly Tag[], i: number): Tag | undefined {
  if (isDirect(forms, i)) return ADJECTIVE;
  if (forms[i] === 'to' && isDirect(forms, i + 1)) return PREPOSITION;
  if (isLostInfinitive(forms, tags, i)) return INFINITIVE;
  return forms[i] === 'to' && tags[i]?.xpos === 'IN' && isLostInfinitive(forms, tags, i + 1) ? TO : undefined;
}

function isLostInfinitive(forms: readonly string[], tags: readonly Tag[], i: number): boolean {
  const taker = forms[i - 2]?.toLowerCase() ?? '';
  if (forms[i - 1] !== 'to' || !VERBS.has(forms[i] ?? '') || !/^(?:NN|JJR?|RBR?|IN|RP)$/.test(tags[i]?.xpos ?? ''))
    return false;
  if (BEHIND_NOUN.test(forms[i + 1] ?? '.')) return false;
  return (
    TAKERS.has(taker) || (AGREEING.has(taker) && /^(?:DT|PRP\$?|NNP|NNPS|CD|NNS|RP|JJ)$/.test(tags[i + 1]?.xpos ?? ''))
  );
}

/** "is [prepared/VBN] to resume": as "ready", not what somebody does to him. */
export const isPreparedTo = (forms: readonly string[], i: number): boolean =>
  forms[i] === 'prepared' &&
  forms[i + 1] === 'to' &&
  /^(?:is|are|was|were|be|been|'s|'re)$/.test(copulaBefore(forms, i));

/** "is not [prepared]", "were fully [prepared]" */
const copulaBefore = (forms: readonly string[], i: number): string =>
  (/^(?:not|n't|now|also|fully|well|still|even|always|never|only)$/.test(forms[i - 1] ?? '')
    ? forms[i - 2]
    : forms[i - 1]) ?? '';
