import { Quote } from 'lucide';
import type { EdgeAttributes } from '../../src/graph/attributes.ts';
import { Badges } from '../parts/badges.tsx';
import { Icon } from '../parts/icon.tsx';
import { Marked } from '../parts/marked.tsx';
import { NodeLink } from '../parts/name.tsx';
import { formatDay } from '../state/dates.ts';
import { FLAG_WORDS, flagsOf, safeUrl, type Telling, tellings } from '../state/evidence.ts';
import type { Edge } from '../state/filter.ts';
import type { Store } from '../state/store.ts';
import type { Page } from '../state/view.ts';
import { count, FAMILY_WORDS, familyOf } from '../state/words.ts';
import { WhyPanel } from './why.tsx';

interface EdgePanelProps {
  readonly store: Store;
  readonly edge: Edge;
  readonly go: (page: Page) => void;
}

/** One relation and every passage on which it rests. */
export function EdgePanel({ store, edge, go }: EdgePanelProps) {
  const { graph } = store;
  const { data, source, target, key } = edge;
  const flags = flagsOf(data);
  return (
    <>
      <p class="sentence">
        <NodeLink graph={graph} node={source} go={go} /> <strong>{data.label}</strong> {data.symmetric ? '' : '→ '}
        <NodeLink graph={graph} node={target} go={go} />
      </p>
      <p class="kind-line">{codes(data).join(' · ')}</p>
      {flags.length > 0 && (
        <ul class="flags">
          {flags.map((flag) => (
            <li key={flag}>
              <Badges flags={[flag]} /> {FLAG_WORDS[flag][1]}.
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="quiet own-width" onClick={() => go({ at: 'pair', a: source, b: target })}>
        Everything between the two
      </button>
      <section class="block">
        <h3>{count(data.occurrences.length, 'passage')}</h3>
        <ol class="tellings">
          {tellings(graph, data).map((telling) => (
            <li key={telling.index}>
              <TellingCard
                store={store}
                edge={edge}
                telling={telling}
                go={go}
                open={() => go({ at: 'article', article: telling.article, edge: key, occurrence: telling.index })}
              />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function codes(data: EdgeAttributes): string[] {
  return [
    FAMILY_WORDS[familyOf(data.quad)],
    ...(data.eventType ? [[data.eventType, data.mode].filter(Boolean).join(' / ')] : []),
    ...(data.cameo ? [`CAMEO ${data.cameo}`] : []),
    ...(data.tone === 0 ? [] : [`tone ${data.tone > 0 ? '+' : '−'}${Math.abs(data.tone)}`]),
  ];
}

interface TellingCardProps {
  readonly store: Store;
  readonly edge: Edge;
  readonly telling: Telling;
  readonly open: () => void;
  readonly go: (page: Page) => void;
}

function TellingCard({ store, edge, telling, open, go }: TellingCardProps) {
  const { source, outlet, speaker } = telling;
  const occurrence = edge.data.occurrences[telling.index];
  const quote = (
    <q>
      <Marked segments={telling.quote} />
    </q>
  );
  return (
    <article class="telling">
      <p class={telling.dated ? 'when' : 'when undated'}>{telling.when}</p>
      {telling.canOpen ? (
        <button
          type="button"
          class="quote"
          data-item
          data-quote={telling.index}
          onClick={open}
          title="Read it in the article"
        >
          {quote}
          <Icon of={Quote} size={14} />
        </button>
      ) : (
        <div class="quote closed">{quote}</div>
      )}
      {speaker && (
        <p class="speaker">
          according to{' '}
          {speaker.node ? <NodeLink graph={store.graph} node={speaker.node} go={go} /> : <bdi>{speaker.text}</bdi>}
        </p>
      )}
      <p class="provenance">
        <bdi>
          {[outlet, source?.publishedOn && formatDay(source.publishedOn)].filter(Boolean).join(', ') ||
            'Source not named'}
        </bdi>
        {!telling.canOpen && ' (the text of the article is not in this graph)'}
        <ArticleLink url={source?.url} />
      </p>
      <p class="rule">
        read by <code>{telling.rule}</code>, confidence {telling.confidence.toFixed(2)}
      </p>
      {occurrence && <WhyPanel store={store} edge={edge} occurrence={occurrence} />}
    </article>
  );
}

export function ArticleLink({ url }: { readonly url: string | undefined }) {
  const safe = safeUrl(url);
  if (!safe) return null;
  return (
    <>
      {' · '}
      <a href={safe} target="_blank" rel="noreferrer noopener">
        original
      </a>
    </>
  );
}
