/** What a verb's noun is to it, after UD: subject, object (direct or indirect), passive subject, agent of a passive. */
export type GoldRole = 'nsubj' | 'obj' | 'nsubj:pass' | 'obl:agent';

/** One word of a treebank with the verbs whose subject, object or agent it is (enhanced graph). */
export interface RoleWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly spaceAfter: boolean;
  /** Index of the head in the basic tree; the root is its own head. */
  readonly head: number;
  readonly deprel: string;
  /** Index of the verb, in words of the sentence, with the role. */
  readonly roles: readonly { readonly verb: number; readonly role: GoldRole }[];
}

const ROLES: ReadonlyMap<string, GoldRole> = new Map([
  ['nsubj', 'nsubj'],
  ['nsubj:xsubj', 'nsubj'],
  ['obj', 'obj'],
  ['iobj', 'obj'],
  ['nsubj:pass', 'nsubj:pass'],
  ['nsubj:pass:xsubj', 'nsubj:pass'],
  ['obl:agent', 'obl:agent'],
]);

/** Reads CoNLL-U with the enhanced graph in column 9: shared subjects, controlled infinitives and relative clauses are spelled out there. */
export function parseRoles(text: string): readonly (readonly RoleWord[])[] {
  return text
    .split(/\r?\n\r?\n/)
    .map((block) => readBlock(block.split(/\r?\n/)))
    .filter((sentence) => sentence.length > 0);
}

function readBlock(lines: readonly string[]): readonly RoleWord[] {
  return lines
    .filter((line) => /^\d+\t/.test(line))
    .map((line, i) => {
      const [, form = '', lemma = '', upos = '', xpos = '', , above = '', deprel = '', deps = '', misc = ''] =
        line.split('\t');
      const head = above === '0' ? i : Number(above) - 1;
      const spaceAfter = !/SpaceAfter=No/.test(misc);
      return { form, lemma, upos, xpos, spaceAfter, head, deprel, roles: readRoles(deps) };
    });
}

function readRoles(deps: string): RoleWord['roles'] {
  return deps.split('|').flatMap((dep) => {
    const at = dep.indexOf(':');
    const role = ROLES.get(dep.slice(at + 1));
    const head = Number(dep.slice(0, at));
    return role && Number.isInteger(head) ? [{ verb: head - 1, role }] : [];
  });
}
