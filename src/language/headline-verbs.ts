/**
 * Verbs of headlines with what may follow them: `o` an object, `t` "to" and an infinitive, `c` a clause, `e` nothing (or an adverb), or one
 * of the named prepositions. A star marks verbs whose form in -s is a plural noun at least as often ("talks", "strikes").
 */
const VERBS =
  'abandon o|accept o|accuse o|admit o,c|adopt o|advance* in,on,e|advise o|agree t,e,on,to,with|aid* o|aim* t,at,for,o|allow o|' +
  'ally with|anger o|annex o|announce o,c|apologise e,for,over,to|apologize e,for,over,to|appeal* for,to|appoint o|approve o|' +
  'argue c,for,over|arm* o|arrest* o|arrive e,in,at,for|ask o,t,for|assail o|assure o|attack* o|attend o|avoid o|await o|' +
  'back* o,down|ban* o|bar* o|beat* o|beef up|begin o,t,e,in,with|bid* t,for|bite e,o|blame* o|blast* o|block* o|bolster o|bomb* o|' +
  'boost* o|bow* to,out|boycott* o|brace for|brand* o|break o,with,off|bring o,home|broaden o,e|broker* o|brush off,aside|build o|' +
  'burn o,e|bury o|buy o|call* for,on,off,o|campaign* for,against|cancel o|capture o|carry o|cast o|cause* o|challenge* o|charge* o|' +
  'choose o|cite o|claim* o,t,c|clash* with,in,at,over,near|clear o|close* o,e|collapse e,in,over|comfort* o|commit o,to|' +
  'complain of,about,over|concede o,c|condemn o|confirm o,c|consider o|consult o,on,with|continue o,t,e,in|convene o|counter* o|' +
  'court* o|crack down|create o|criticise o|criticize o|cross o|crush o|curb* o|cut* o,off|dampen o|debate* o|declare o|decline t,o|' +
  'decry o|deepen e,o|defend o|defy o|delay* o|deliver o|demand* o,t,c|denounce o|deny o,c|depart e,for,from|deploy o|deport o|' +
  'destroy o|detain o|die e,in,at,after,of|disarm e,o|disband o,e|discuss o|dismiss o|dispatch o|dispute* o|divide* o|dock* in|' +
  'double* o|doubt* o,c|draw o|drop* o|dump* o|ease o,e|elect o|embrace o|end o,e,in,with,without|endorse o|endure o|enforce o|' +
  'enter o|erupt e,in,over,after|escape* o,e,from|escort* o|evacuate o|exchange* o|execute o|exit* o|expand o,e|expel o|' +
  'explode e,in|expose o|express o|extend o,t|extradite o|face o,up|fail t,e,in|fall* e,in,on|falter e,in,over,as|fear* o,c|' +
  'fight* o,for,over|file* o|find o,c|fine* o|fire* o,on,at,back|flee o,e,from,to|flex o|float* o|fly e,to,o|foil* o|follow o|force* o|' +
  'free o|freeze o|gain* o|gather e,in,for|get o|give o|grab* o|grant* o|greet o|grip* o|grow e,in,over,as|hail o|halt* o,e|' +
  'hand* over,o|harden o|head* o,to,for|help o,t|hike* o|hint* at,c|hit* o,back|hold o,e,in,on,up|honor* o|honour* o|hope* for,t|' +
  'host* o|hurt o|ignore o|impose o|imprison o|increase* o|injure o|insist on,c|inspect o|intensify o,e|intercept o|introduce o|' +
  'invade o|investigate o|invite o|issue* o|jail* o|join o,in|keep o|kick* off,out|kill* o|land* in,at,o|lash* o,out|launch* o|lay o|' +
  'lead* o,to|leave o,e,for|let o|lift* o|limit* o|link* o|list* o|lodge o|look away,t,to,for,at|loom e,in,over|lose o,to|lure* o|' +
  'maintain o|make o|march* on,in,against,to,for|mark* o|mass e,in,at|meddle in|mediate o,in,between|meet* o,e,in,on,with,at,for|' +
  'mend o|mobilise o|mobilize o|monitor* o|mourn o|move* o,t,to,into,against|mull o|name* o|near o|need o,t|negotiate o,with,in|' +
  'nominate o|object* to|occupy o|offer* o,t|open* o,e,in,to,with|oppose o|order* o|oust o|outline* o|own o|pardon* o|pass o|' +
  'patrol* o|pay* o,for,tribute|pile* on,o|place* o|plan* o,t,for|play* o,down|plead for,with|pledge* o,t|plunge* into,e|ponder o|' +
  'post* o|postpone o|pound o|praise* o|predict o|prepare o,t,for|present* o|preside over|press* o,for,on|pressure o|prevent o|' +
  'probe* o|proclaim o|promise* o,t,c|propose o|protect o|protest* to,against,over,at,in|provide o|pull* out,back,off|punish o|' +
  'pursue o|push* for,o,back|put o|quell o|question* o|quit o,e,over,as,after|quiz o|raid* o|raise o|rally* in,for,against,behind|' +
  'ratify o|reach o|reaffirm o|rebuff o|rebuild o|rebuke* o|recall* o|receive o|recognise o|recognize o|reduce o|refuse t,o|' +
  'reiterate o|reject o|release* o|relocate o,to|remain e,in|remove o|rename o|renew o|reopen o,e|repay o|repeat o|repel o|' +
  'replace o|reply* to|report* o,c|request* o|rescind o|rescue* o|resettle o|resign e,over,as,after,in|resist o|restore o|' +
  'restrict o|resume o,e,in|retain o|retake o|retaliate e,against,for,with|retreat* from,e,to|return* to,from,e,o,t,home|reveal o,c|' +
  'reverse* o|review* o|revive o|revoke o|rise e,in,as,over|risk* o|rival* o|roll* out,back|rout* o|rule* out,on,o,against|' +
  'rush* t,to,o|sabotage o|sack* o|salute* o|sanction* o|save o|say c,o,t,e|scale* back|scold o|scrap* o|scuttle o|seal* o|' +
  'search* for,o|secure o|see o|seek o,t|seize o|sell o|send o|sentence* o|serve o|settle o,e|sever o|shadow* o|shake up,o|share* o|' +
  'shell* o|shelve o|shift* o,to|shoot o|show o,c|shrink e|shrug off|shun o|shut o,e,down|sideline o|sign* o,on,up|sink o,e|skip o|' +
  'slam o|slap o|slash o|slow o,e|smash o|snub* o|soar e|soften o|spark* o|spend o|split* over,e|spread* e,to,in|spurn o|stage* o|' +
  'stall* e,o,in,over,on|stand* by,with,firm|start o,t,in|stay e,in|steal o|step* up,down|stir o|stockpile o|stoke o|stop o|' +
  'storm* o|strengthen o|stress* o|strike* o,back|strip* o|struggle* t,with|submit o|sue o|suffer o|suggest o,c|summon o|support* o|' +
  'surge* e,in|surrender* e,to|survive o|suspect* o|suspend o|swap* o|swear o,in|sweep o|swell e|switch* to|tackle* o|' +
  'take o,over,part|talk* to,with,about|tap* o|target* o|tell o|test* o|thank o|threaten o,t|thwart o|tie o,to|tighten o|top* o|' +
  'topple o|torpedo o|toughen o|tout o|track* o|trade* o,with|trail o|train* o|transfer* o,to|transport* o|travel to,e|treat o|' +
  'trigger* o|trim* o|triple o|try t,o|turn* to,o,back|uncover o|underline o|undermine o|unite o,e|unveil o|upgrade* o|uphold o|' +
  'urge* o|use* o|usher in|vandalise o|vanish e,in,near,off|veto o|vie for|view* o|vilify o|violate o|visit* o|' +
  'vote* t,for,against,on,in,o|vow* o,t,c|wage o|waive o|walk* out,away|want o,t,c|warn o,of,against,c,over|weaken o,e|weather* o|' +
  'wed o|weigh o|welcome* o|widen o,e|win o,e,in|withdraw o,from,e|wither e|woo o|work* with,on,for|worry o,about|wound* o|wrap up|' +
  'yield* to';

const SPEECH = new Set(
  'say tell add insist warn claim report hint admit deny argue ask believe fear note urge vow'.split(' '),
);

export interface HeadlineVerb {
  readonly base: string;
  /** In -s, a noun at least as often. */
  readonly nounish: boolean;
  readonly takes: ReadonlySet<string>;
  /** "…, says Oslo": may stand before its subject behind what is said. */
  readonly speech: boolean;
}

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

/** Base, past and participle. */
const IRREGULAR: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(
  (
    'beat beat beaten|begin began begun|bid bid bid|bite bit bitten|break broke broken|bring brought brought|build built built|buy bought bought|' +
    'cast cast cast|choose chose chosen|cut cut cut|draw drew drawn|fall fell fallen|fight fought fought|find found found|flee fled fled|' +
    'fly flew flown|freeze froze frozen|get got got|give gave given|grow grew grown|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|' +
    'lay laid laid|lead led led|leave left left|let let let|lose lost lost|make made made|meet met met|pay paid paid|put put put|quit quit quit|' +
    'rise rose risen|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|shake shook shaken|shoot shot shot|shrink shrank shrunk|shut shut shut|sink sank sunk|' +
    'spend spent spent|split split split|spread spread spread|stand stood stood|steal stole stolen|strike struck struck|sweep swept swept|' +
    'swear swore sworn|swell swelled swollen|take took taken|tell told told|uphold upheld upheld|win won won|withdraw withdrew withdrawn'
  )
    .split('|')
    .map((entry) => {
      const [base = '', past = '', participle = ''] = entry.split(' ');
      return [base, [past, participle]];
    }),
);
const DOUBLING = /^(?:qu|[^aeiou])*[aeiou][bdgmnprt]$|(?:pel|mit|fer|trol)$/;

/** "killed", "banned", "denied" */
function regularPast(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  if (base.endsWith('e')) return `${base}d`;
  return DOUBLING.test(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

const ENTRIES: readonly HeadlineVerb[] = VERBS.split('|').map((entry) => {
  const [word = '', takes = ''] = entry.split(' ');
  const base = word.replace('*', '');
  return { base, nounish: word.endsWith('*'), takes: new Set(takes.split(',')), speech: SPEECH.has(base) };
});

export const BASE_FORMS: ReadonlyMap<string, HeadlineVerb> = new Map(ENTRIES.map((verb) => [verb.base, verb]));
export const THIRD_PERSONS: ReadonlyMap<string, HeadlineVerb> = new Map(
  ENTRIES.map((verb) => [thirdPerson(verb.base), verb]),
);
/** Simple past of each base form: "summon" → "summoned". */
export const PAST_FORMS: ReadonlyMap<string, string> = new Map(
  ENTRIES.map(({ base }) => [base, IRREGULAR.get(base)?.[0] ?? regularPast(base)]),
);
/** Base form of each simple past. */
export const PAST_TO_BASE: ReadonlyMap<string, string> = new Map(
  Array.from(PAST_FORMS, ([base, past]) => [past, base]),
);
const MORE_PASSIVES = 'hold award convict acquit indict'.split(' ');
/** Participles of verbs that want an object: without one behind them they are passive. */
export const PASSIVES: ReadonlySet<string> = new Set(
  [...ENTRIES.filter(({ takes }) => takes.has('o') && !takes.has('e')).map(({ base }) => base), ...MORE_PASSIVES].map(
    (base) => IRREGULAR.get(base)?.[1] ?? regularPast(base),
  ),
);
