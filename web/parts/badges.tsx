import { FLAG_WORDS, type Flag } from '../state/evidence.ts';

/** What to keep in mind about an edge: planned, denied, one outlet … */
export function Badges({ flags }: { readonly flags: readonly Flag[] }) {
  return (
    <>
      {flags.map((flag) => (
        <span key={flag} class={`badge badge-${flag}`} title={FLAG_WORDS[flag][1]}>
          {FLAG_WORDS[flag][0]}
        </span>
      ))}
    </>
  );
}
