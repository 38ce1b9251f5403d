import { describe, expect, test } from 'vitest';
import { createLemmatizer } from '../../src/language/lemmatize.ts';
import { lemmaFile, lemmatizer } from './resources.ts';

/** Regular verbs and their forms: what the rules must undo without help from the list. */
const VERBS = `accuse accused accusing|achieve achieved achieving|add added adding|admire admired admiring|admit admitted admitting
advise advised advising|agree agreed agreeing|aim aimed aiming|allege alleged alleging|ambush ambushed ambushing|annex annexed annexing
announce announced announcing|apologise apologised apologising|appeal appealed appealing|appoint appointed appointing|argue argued arguing
arrange arranged arranging|arrest arrested arresting|assure assured assuring|attack attacked attacking|avenge avenged avenging
ban banned banning|behave behaved behaving|besiege besieged besieging|blame blamed blaming|blockade blockaded blockading
bomb bombed bombing|boycott boycotted boycotting|call called calling|cancel cancelled cancelling|capture captured capturing
cease ceased ceasing|challenge challenged challenging|charge charged charging|clash clashed clashing|close closed closing
collapse collapsed collapsing|compel compelled compelling|compete competed competing|complain complained complaining
complete completed completing|concede conceded conceding|condemn condemned condemning|condone condoned condoning
confer conferred conferring|consult consulted consulting|control controlled controlling|convene convened convening
cooperate cooperated cooperating|criticise criticised criticising|criticize criticized criticizing|curb curbed curbing
cut cutting|deal dealing|decide decided deciding|declare declared declaring|decline declined declining|defeat defeated defeating
defuse defused defusing|delay delayed delaying|demand demanded demanding|deny denied denying|deplore deplored deploring
deploy deployed deploying|deport deported deporting|detain detained detaining|develop developed developing|die died dying
disagree disagreed disagreeing|discuss discussed discussing|dismiss dismissed dismissing|dispute disputed disputing
donate donated donating|ease eased easing|end ended ending|endorse endorsed endorsing|endure endured enduring|engage engaged engaging
escalate escalated escalating|evacuate evacuated evacuating|execute executed executing|expel expelled expelling
explode exploded exploding|extradite extradited extraditing|fire fired firing|force forced forcing|freeze freezing
gather gathered gathering|govern governed governing|grant granted granting|halt halted halting|help helped helping|host hosted hosting
hurl hurled hurling|impose imposed imposing|include included including|increase increased increasing|infiltrate infiltrated infiltrating
infringe infringed infringing|injure injured injuring|insist insisted insisting|install installed installing|intervene intervened intervening
invade invaded invading|invite invited inviting|invoke invoked invoking|join joined joining|kidnap kidnapped kidnapping|kill killed killing
label labelled labelling|launch launched launching|lie lied lying|lift lifted lifting|lodge lodged lodging|make making|meddle meddled meddling
mediate mediated mediating|meet meeting|menace menaced menacing|merge merged merging|mobilise mobilised mobilising|name named naming
negotiate negotiated negotiating|note noted noting|occupy occupied occupying|occur occurred occurring|offer offered offering
oppose opposed opposing|oust ousted ousting|pardon pardoned pardoning|patrol patrolled patrolling|persuade persuaded persuading
plan planned planning|pledge pledged pledging|postpone postponed postponing|praise praised praising|prepare prepared preparing
prevent prevented preventing|promise promised promising|propose proposed proposing|protest protested protesting|provide provided providing
provoke provoked provoking|pursue pursued pursuing|quit quitting|raid raided raiding|raise raised raising|ratify ratified ratifying
reassure reassured reassuring|rebuke rebuked rebuking|recall recalled recalling|recognise recognised recognising|reconcile reconciled reconciling
refer referred referring|refuse refused refusing|reiterate reiterated reiterating|reject rejected rejecting|release released releasing
remain remained remaining|repatriate repatriated repatriating|repel repelled repelling|require required requiring|rescue rescued rescuing
resign resigned resigning|resolve resolved resolving|restore restored restoring|resume resumed resuming|retaliate retaliated retaliating
retreat retreated retreating|reveal revealed revealing|revoke revoked revoking|rule ruled ruling|scold scolded scolding
secure secured securing|seize seized seizing|sever severed severing|shell shelled shelling|signal signalled signalling|sign signed signing
smuggle smuggled smuggling|snub snubbed snubbing|stage staged staging|starve starved starving|state stated stating|stop stopped stopping
storm stormed storming|strengthen strengthened strengthening|struggle struggled struggling|submit submitted submitting|suggest suggested suggesting
summon summoned summoning|support supported supporting|suppress suppressed suppressing|surrender surrendered surrendering
suspend suspended suspending|target targeted targeting|threaten threatened threatening|torture tortured torturing|trade traded trading
transfer transferred transferring|travel travelled travelling|travel traveled traveling|try tried trying|unite united uniting|unveil unveiled unveiling
update updated updating|urge urged urging|use used using|vanish vanished vanishing|veto vetoed vetoing|violate violated violating
visit visited visiting|vote voted voting|vow vowed vowing|warn warned warning|welcome welcomed welcoming|wipe wiped wiping
withdraw withdrawing|worry worried worrying|wound wounded wounding|write writing|yield yielded yielding
applaud applauded applauding|ban banned banning|bang banged banging|bedevil bedevilled bedeviling|cache cached caching|cane caned caning|catalog cataloged
caucus caucused caucusing|change changed changing|chafe chafed chafing|crane craned craning|defang defanged defanging|defraud defrauded defrauding
delineate delineated delineating|dupe duped duping|expedite expedited expediting|eye eyed|foretell foretelling|hang hanged|hoe hoed|knife knifed knifing
lounge lounged lounging|marshal marshaled marshalling|nod nodded nodding|owe owed owing|pale paled paling|permeate permeated permeating|plan planned planning
plane planed planing|plod plodded plodding|pore pored poring|prod prodded prodding|rely relied relying|revile reviled reviling
rev revved revving|score scored scoring|singe singed|siphon siphoned siphoning|snowball snowballed snowballing|strafe strafed strafing|style styled styling
swathe swathed swathing|teethe teething|tiptoe tiptoed|trek trekked trekking|vacuum vacuumed vacuuming|wane waned waning|writhe writhed writhing`;

const NOUNS = `agreements agreement|allies ally|ambassadors ambassador|armies army|attaches attache|bases basis|bombs bomb|borders border
buses bus|cases case|causes cause|censuses census|children child|clashes clash|colleagues colleague|crises crisis|deputies deputy
echoes echo|embargoes embargo|embassies embassy|envoys envoy|forces force|foxes fox|heroes hero|hostages hostage|houses house
lives life|losses loss|men man|missiles missile|moves move|nationals national|parties party|policies policy|protests protest
radios radio|responses response|sides side|spokesmen spokesman|spokeswomen spokeswoman|taxes tax|ties tie|treaties treaty|troops troop
vetoes veto|viruses virus|voices voice|waves wave|weapons weapon|women woman|series series|headquarters headquarters
alibis alibi|beaches beach|breaches breach|bureaus bureau|caches cache|coaches coach|debris debris|envoys envoy|grandchildren grandchild|headaches headache|jihadis jihadi
menus menu|niches niche|outskirts outskirts|rabbis rabbi|safaris safari|selfies selfie|sorties sortie|throes throe|tsunamis tsunami|1990s 1990s|ngo's ngo`;

const rows = (text: string): readonly (readonly string[])[] =>
  text.split(/[|\n]/).map((entry) => entry.trim().split(' '));

describe('rules and exceptions', () => {
  test('verbs', () => {
    const wrong = rows(VERBS).flatMap(([base = '', ...forms]) =>
      forms
        .map((form) => [form, base, lemmatizer.lemma(form, 'VERB', form.endsWith('ing') ? 'VBG' : 'VBD')])
        .filter(([, expected, found]) => expected !== found),
    );
    expect(wrong).toEqual([]);
  });

  test('third person', () => {
    const cases =
      'passes pass|goes go|denies deny|urges urge|vetoes veto|fixes fix|says say|lies lie|does do|has have|focuses focus';
    for (const [form = '', base] of rows(cases)) expect(lemmatizer.lemma(form, 'VERB', 'VBZ')).toBe(base);
  });

  test('nouns', () => {
    const wrong = rows(NOUNS)
      .map(([form = '', lemma]) => [form, lemma, lemmatizer.lemma(form, 'NOUN', 'NNS')])
      .filter(([, expected, found]) => expected !== found);
    expect(wrong).toEqual([]);
  });

  test('comparison', () => {
    const cases =
      'larger large|bigger big|easier easy|stronger strong|closer close|better good|worse bad|newer new|wider wide|safer safe|paler pale|staler stale|odder odd';
    for (const [form = '', base] of rows(cases)) expect(lemmatizer.lemma(form, 'ADJ', 'JJR')).toBe(base);
    expect(lemmatizer.lemma('latest', 'ADJ', 'JJS')).toBe('late');
    expect(lemmatizer.lemma('sooner', 'ADV', 'RBR')).toBe('soon');
  });

  test.each([
    ['Was', 'AUX', 'VBD', 'be'],
    ['n’t', 'PART', 'RB', 'not'],
    ['’s', 'PART', 'POS', "'s"],
    ['wo', 'AUX', 'MD', 'will'],
    ['them', 'PRON', 'PRP', 'they'],
    ['These', 'DET', 'DT', 'this'],
    ['lay', 'VERB', 'VB', 'lay'],
    ['lay', 'VERB', 'VBD', 'lie'],
    ['found', 'VERB', 'VB', 'found'],
    ['found', 'VERB', 'VBD', 'find'],
    ['found', 'VERB', 'VBP', 'found'],
    ['overthrew', 'VERB', 'VBP', 'overthrow'],
    ['overthrew', 'VERB', 'VB', 'overthrow'],
    ['resent', 'VERB', 'VB', 'resent'],
    ['20,000', 'NUM', 'CD', '20000'],
    ['3,5', 'NUM', 'CD', '3,5'],
    ['vs', 'ADP', 'IN', 'versus'],
    ['pm', 'NOUN', 'NN', 'p.m.'],
    ['Nations', 'PROPN', 'NNPS', 'Nations'],
    ['Iranian', 'ADJ', 'JJ', 'iranian'],
    ['organisation', 'NOUN', 'NN', 'organisation'],
    ['organized', 'VERB', 'VBD', 'organize'],
    ['organised', 'VERB', 'VBD', 'organise'],
  ])('%s %s %s', (form, upos, xpos, lemma) => {
    expect(lemmatizer.lemma(form, upos, xpos)).toBe(lemma);
  });

  test('works without any list', () => {
    expect(createLemmatizer([]).lemma('stopped', 'VERB', 'VBD')).toBe('stop');
  });
});

test('the list names its source and has no form twice', () => {
  expect(lemmaFile).toMatch(/^#/);
  expect(lemmaFile).toContain('CC BY-SA 4.0');
  const keys = lemmaFile
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').slice(0, 2).join(' '));
  expect(new Set(keys).size).toBe(keys.length);
});
