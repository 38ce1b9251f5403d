import type { ComponentChildren } from 'preact';

interface SwitchProps {
  readonly name: string;
  readonly on: boolean;
  readonly count: number;
  readonly change: (on: boolean) => void;
  readonly children: ComponentChildren;
  readonly title?: string;
  readonly some?: boolean;
}

/** A checkbox with a name and the number of relations behind it. */
export function Switch({ name, on, count, change, children, title, some = false }: SwitchProps) {
  return (
    <label class={count === 0 ? 'switch none' : 'switch'} title={title}>
      <input
        type="checkbox"
        name={name}
        checked={on}
        indeterminate={some}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <span class="switch-label">{children}</span>
      <span class="switch-count">{count}</span>
    </label>
  );
}
