import { type Profiler, Session } from 'node:inspector/promises';

/** Microseconds between two looks at the stack. */
const INTERVAL = 500;
const REST = 'rest';

/**
 * Runs some work under the engine's profiler.
 * @param stages name of a function -> name of the stage whose time it and all that it calls count for; the outermost on the stack wins
 * @returns shares of the time [0, 1], in the order of `stages`, then the rest (the collector of garbage among it)
 */
export async function profileShares(
  work: () => void,
  stages: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await session.post('Profiler.start');
    work();
    const { profile } = await session.post('Profiler.stop');
    return sharesOf(profile, stages);
  } finally {
    session.disconnect();
  }
}

function sharesOf({ nodes }: Profiler.Profile, stages: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const hits = new Map([...stages.values(), REST].map((stage) => [stage, 0]));
  const visit = (node: Profiler.ProfileNode, above: string | undefined): void => {
    const { functionName } = node.callFrame;
    if (functionName === '(idle)' || functionName === '(program)') return;
    // A bundler numbers functions of one name apart.
    const stage = above ?? stages.get(functionName.replace(/\$\d+$/, ''));
    hits.set(stage ?? REST, (hits.get(stage ?? REST) ?? 0) + (node.hitCount ?? 0));
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, stage);
    }
  };
  if (nodes[0]) visit(nodes[0], undefined);
  const all = [...hits.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...hits].map(([stage, count]) => [stage, count / Math.max(1, all)]));
}
