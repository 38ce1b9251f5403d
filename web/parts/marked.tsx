import type { Segment } from '../state/segments.ts';

/** Text with its marks. Article text reaches the page here, always as text nodes. */
export function Marked({ segments }: { readonly segments: readonly Segment[] }) {
  return (
    <>
      {segments.map(({ text, marks }, index) =>
        marks.length === 0 ? (
          text
        ) : (
          <mark key={index} class={marks.map((mark) => `mark-${mark}`).join(' ')}>
            {text}
          </mark>
        ),
      )}
    </>
  );
}
