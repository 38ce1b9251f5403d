import type { Frame, Knowledge } from '../knowledge/knowledge.ts';
import { lintOwnKnowledge, loadModels } from '../node.ts';
import { createExtractor } from '../pipeline.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { type CliIo, formatDiagnostic, say, writeLine } from './io.ts';

/** `dragoman lint`: findings on standard error, on standard output how much there is; 1 when anything must be mended. */
export async function runLint(io: CliIo, dirs: readonly string[]): Promise<ExitCode> {
  const { knowledge, diagnostics, counts, own, places } = await lintOwnKnowledge(dirs);
  for (const diagnostic of diagnostics) say(io, formatDiagnostic(diagnostic));
  const errors = diagnostics.filter((d) => d.severity === 'error').length;
  if (errors > 0) {
    say(
      io,
      `dragoman: ${count(errors, 'error')} to mend; until then the knowledge in ${dirs.join(', ')} cannot be used`,
    );
    return EXIT.failed;
  }
  const frames = new Map(knowledge.frames.filter((f) => own.has(f.id)).map((f) => [f.id, f]));
  const unread = frames.size > 0 ? await unreadExamples(knowledge, [...frames.values()]) : [];
  for (const frame of unread)
    say(
      io,
      formatDiagnostic({
        code: 'knowledge/example',
        severity: 'warning',
        place: places.get(frame.id) ?? frame.id,
        message: `${frame.id}: the example is not read by this frame: ${frame.example}`,
      }),
    );
  await writeLine(
    io.stdout,
    `ok: ${count(counts.frames, 'frame')}, ${count(counts.actors, 'actor')}, ${count(counts.words, 'other entry', 'other entries')}${counts.off ? `; ${counts.off} built-in rows switched off` : ''}`,
  );
  return EXIT.fine;
}

const count = (n: number, noun: string, nouns = `${noun}s`): string => `${n} ${n === 1 ? noun : nouns}`;

/** Frames whose own example is read neither by them nor by another of the same relation; one that is no event must not give any. */
async function unreadExamples(knowledge: Knowledge, frames: readonly Frame[]): Promise<readonly Frame[]> {
  const extractor = createExtractor({ knowledge, models: await loadModels() });
  return frames.filter((frame) => {
    const { eventMentions, facts } = extractor.analyze({
      id: frame.id,
      title: '',
      text: frame.example,
      language: 'en',
    });
    if (frame.type === 'NONE') return eventMentions.length > 0;
    if (frame.type === 'STANDING') return !facts.some((f) => f.relation === frame.relation);
    return !eventMentions.some((m) => m.evidence.rule === frame.id || m.relation === frame.relation);
  });
}
