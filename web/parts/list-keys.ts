/** Arrow keys, Home and End move between the buttons of a list, as in any list. */
export function moveInList(event: KeyboardEvent & { readonly currentTarget: EventTarget | null }): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement) || !['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) return;
  const items: Element[] = [...list.querySelectorAll('[data-item]')];
  const at = document.activeElement ? items.indexOf(document.activeElement) : -1;
  if (at < 0) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key] ?? at;
  const item = items[Math.max(0, Math.min(items.length - 1, to))];
  event.preventDefault();
  if (item instanceof HTMLElement) item.focus();
}
