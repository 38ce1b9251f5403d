const VERBS = ['visits', 'blames', 'praises', 'warns'];
const NAMES = ['Norland', 'Sudmark', 'Ostria', 'Westeria', 'Midland'];

/** A made-up treebank: every name does something to every other name. */
export const CORPUS = NAMES.flatMap((actor) =>
  NAMES.flatMap((target) =>
    VERBS.map((verb, i) =>
      [
        i === 0 ? `# newdoc id = ${actor}-${target}` : `# sent_id = ${actor}-${target}-${i}`,
        `1\t${actor}\t${actor}\tPROPN\tNNP\t_\t2\tnsubj\t_\t_`,
        `2\t${verb}\t${verb.slice(0, -1)}\tVERB\tVBZ\t_\t0\troot\t_\t_`,
        '3\tthe\tthe\tDET\tDT\t_\t4\tdet\t_\t_',
        '4\tcabinets\tcabinet\tNOUN\tNNS\t_\t2\tobj\t_\t_',
        '5\tof\tof\tADP\tIN\t_\t6\tcase\t_\t_',
        `6\t${target}\t${target}\tPROPN\tNNP\t_\t4\tnmod\t_\tSpaceAfter=No`,
        '7\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_',
        '',
      ].join('\n'),
    ),
  ),
).join('\n');
