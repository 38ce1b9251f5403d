import type { CharSpan } from '../model/span.ts';
import type { Extractor } from '../pipeline.ts';
import { analysisRecord } from './analyze.ts';
import { dateOf, itemArticle } from './item-article.ts';
import { type Answer, ItemError, type JsonItem, optionalString, stringField } from './jsonl-command.ts';

/** What only some of the commands take. */
export interface AnswerOptions {
  readonly explain?: true;
}

/** `analyze`: entities and events of a text. */
const analyzeAnswer =
  (extractor: Extractor, options: AnswerOptions): Answer =>
  (item, warn) => {
    const notes: { code: string; severity: string; message: string }[] = [];
    const article = itemArticle(item, (code, message) => {
      notes.push({ code: `cli/${code}`, severity: 'warning', message });
      warn(code, message);
    });
    const record = analysisRecord(extractor.analyze(article));
    const explanation = options.explain ? { explanation: extractor.explain(article) } : {};
    return { ...record, ...explanation, diagnostics: [...notes, ...record.diagnostics] };
  };

/** `code`: the event type between two marked stretches. */
function codeAnswer(extractor: Extractor): Answer {
  return (item, warn) => {
    const article = itemArticle(item, warn);
    const source = spanField(item, 'source', article.text.length);
    const target = spanField(item, 'target', article.text.length);
    const { plover: _, ...code } = extractor.classify(article, source, target);
    return code;
  };
}

/** `actor`: country and sector of a phrase. */
const actorAnswer =
  (extractor: Extractor): Answer =>
  (item, warn) => {
    const context = optionalString(item, 'context');
    const date = dateOf(item, warn);
    return extractor.resolveActor(stringField(item, 'actor'), {
      ...(context === undefined ? {} : { context }),
      ...(date === undefined ? {} : { date }),
      tag: (text: string) => extractor.read({ id: 'actor', title: '', text, language: 'en' }),
    });
  };

/** Makes a command's way of answering from an extractor. */
export const ANSWERS: Readonly<
  Record<'analyze' | 'code' | 'actor', (extractor: Extractor, options: AnswerOptions) => Answer>
> = {
  analyze: analyzeAnswer,
  code: codeAnswer,
  actor: actorAnswer,
};

/** A marked stretch, if the item has it. @throws ItemError */
function spanField(item: JsonItem, field: string, length: number): CharSpan | undefined {
  const value = item[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') throw new ItemError(`the field "${field}" is no object {"start", "end"}`);
  const { start, end } = value as { start?: unknown; end?: unknown };
  const valid = Number.isInteger(start) && Number.isInteger(end);
  if (!valid) throw new ItemError(`the field "${field}" needs whole numbers "start" and "end"`);
  const span = { start: Number(start), end: Number(end) };
  if (span.start < 0 || span.end <= span.start || span.end > length)
    throw new ItemError(
      `the field "${field}" (${span.start}-${span.end}) is not a stretch of a text of ${length} characters`,
    );
  return span;
}
