/** The smallest data folder that compiles without a finding; tests break one file of it at a time. */
export function smallData(changes: Readonly<Record<string, string | undefined>> = {}): Map<string, string> {
  const files = new Map(
    Object.entries({ ...FILES, ...changes }).flatMap(([f, t]) => (t === undefined ? [] : [[f, t]])),
  );
  return files as Map<string, string>;
}

const tsv = (...lines: readonly (readonly string[])[]): string => lines.map((l) => l.join('\t')).join('\n');

const COUNTRY = 'id name official iso2 adjectives people capital aliases from to partial wikidata source'.split(' ');
const BODY = 'id name acronym subkind sector country aliases parent from to wikidata source'.split(' ');
const FRAME = ['pos', 'frame', 'relation', 'mode', 'example', 'note'];

const FILES: Readonly<Record<string, string>> = {
  'gazetteer/countries.tsv': tsv(
    COUNTRY,
    [
      'FJI',
      'Fiji',
      'Republic of Fiji',
      'FJ',
      'Fijian',
      'Fijian | Fijians',
      'Suva',
      '',
      '1970-10-10',
      '',
      '',
      '',
      'own',
    ],
    ['WSM', 'Samoa', '', 'WS', 'Samoan', 'Samoan | Samoans', 'Apia', 'Western Samoa', '1962', '', '', '', 'own'],
  ),
  'gazetteer/places.tsv': tsv(
    ['id', 'name', 'kind', 'country', 'aliases', 'acts-for', 'wikidata', 'source'],
    ['place:suva', 'Suva', 'city', 'FJI', '', 'FJI', '', 'own'],
  ),
  'gazetteer/towns.tsv': tsv(['country', 'towns', 'source'], ['FJI', 'Nadi | Lautoka', 'own']),
  'gazetteer/organizations.tsv': tsv(BODY, [
    ...['org:pif', 'Pacific Islands Forum', 'PIF', 'igo', 'IGO', '', 'South Pacific Forum', '', '1971', '', '', 'own'],
  ]),
  'gazetteer/groups.tsv': tsv(BODY, ['group:mau', 'Mau', '', 'movement', 'OPP', 'WSM']),
  'gazetteer/media.tsv': tsv(BODY, ['media:fiji-times', 'The Fiji Times', '', 'newspaper', 'JRN', 'FJI']),
  'gazetteer/people.tsv': tsv(
    ['id', 'name', 'country', 'sector', 'offices', 'aliases', 'surname', 'gender', 'wikidata', 'source'],
    ['person:ratu-mara', 'Kamisese Mara', 'FJI', 'GOV', 'prime minister @ FJI 1970-1992', 'Ratu Mara', 'Mara', 'm'],
  ),
  'gazetteer/ambiguous.yaml': 'names:\n  - { name: Mara, default: person, readings: [] }\n',
  'lexicon/en/agents.tsv': tsv(['phrase', 'sector', 'number', 'acts'], ['diplomat', 'GOV', 'sg', 'country']),
  'lexicon/en/titles.tsv': tsv(['title', 'sector', 'rank'], ['prime minister', 'GOV', 'head-of-government']),
  'lexicon/en/classes.yaml': 'classes:\n  diplomat: [diplomat, envoy]\n',
  'lexicon/en/classes-coop.yaml': 'classes:\n  aid: [aid, grain]\n',
  'lexicon/en/frames/CONSULT.tsv': tsv(
    FRAME,
    ['v', 'A meet (with) B', 'met-with', '', 'Fiji met Samoa in Apia.'],
    ['v', 'A phone B', 'met-with', 'phone', 'Fiji phoned Samoa.'],
  ),
  'lexicon/en/frames/NONE.tsv': tsv(FRAME, ['v', 'A meet {deadline|target}', '', '', 'Fiji met the deadline.']),
  'lexicon/en/modality.yaml': 'modality:\n  planned:\n    - { word: will, pos: m, takes: [inf] }\n',
  'lexicon/en/reporting.yaml': 'verbs:\n  - { word: say, class: neutral, takes: [quote, that] }\n',
  'lexicon/en/support-verbs.yaml': 'support:\n  - { verb: hold, effect: do }\n',
  'lexicon/en/event-nouns.yaml': 'events: { talks: [talk] }\ntransparent: []\npointing: []\nissues: []\n',
  'lexicon/en/time.yaml': 'months: []\n',
  'lexicon/en/abbreviations.txt': '# own\nmr. name\n',
  'lexicon/en/lemmas.tsv': tsv(['form', 'upos', 'lemma'], ['met', 'VERB', 'meet']),
  'ontology/relations.yaml':
    'relations:\n  - { id: met-with, label: met with, inverse: met with, symmetric: true, event: CONSULT, cameo: "040" }\n',
  'ontology/events/CONSULT.yaml':
    'type: CONSULT\nlabel: Consult\ndefinition: They talk.\nquad: 1\nscore: 1.5\nrecipientRequired: true\n' +
    'modes:\n  - { id: phone, definition: By telephone. }\nsource: own\n',
  'ontology/sectors.yaml': `sectors:\n${['GOV', 'IGO', 'OPP', 'JRN'].map((c) => `  - { code: ${c}, label: ${c.toLowerCase()} }\n`).join('')}`,
  'ontology/goldstein.tsv': tsv(['cameo', 'goldstein'], ['04', '1.0'], ['040', '1.0']),
};
