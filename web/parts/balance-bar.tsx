import { count } from '../state/words.ts';

/** Cooperation against conflict as one bar, with the numbers in words for those who don't see it. */
export function BalanceBar({ cooperation, conflict }: { readonly cooperation: number; readonly conflict: number }) {
  const all = cooperation + conflict;
  if (all === 0) return null;
  const words = `${count(cooperation, 'mention')} of cooperation, ${count(conflict, 'mention')} of conflict`;
  return (
    <div class="balance" title={words}>
      <span class="visually-hidden">{words}</span>
      <span class="balance-number" aria-hidden="true">
        {cooperation}
      </span>
      <span class="balance-track" aria-hidden="true">
        <span class="balance-cooperation" style={{ width: `${(100 * cooperation) / all}%` }} />
        <span class="balance-conflict" style={{ width: `${(100 * conflict) / all}%` }} />
      </span>
      <span class="balance-number" aria-hidden="true">
        {conflict}
      </span>
    </div>
  );
}
