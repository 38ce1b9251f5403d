import { effect, signal } from '@preact/signals';

/** True while the page is dark: by the system's wish until the reader chooses. */
export const dark = signal(false);

/** Follows the system and a choice made earlier on this machine. */
export function startTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  dark.value = stored() ?? system.matches;
  system.addEventListener('change', () => {
    if (stored() === undefined) dark.value = system.matches;
  });
  effect(() => {
    document.documentElement.dataset['theme'] = dark.value ? 'dark' : 'light';
  });
}

export function toggleTheme(): void {
  dark.value = !dark.value;
  try {
    localStorage.setItem(KEY, dark.value ? 'dark' : 'light');
  } catch {
    // A page from a file or a strict browser has no storage; the choice then lasts as long as the page.
  }
}

const KEY = 'dragoman-theme';

function stored(): boolean | undefined {
  try {
    const choice = localStorage.getItem(KEY);
    return choice === null ? undefined : choice === 'dark';
  } catch {
    return undefined;
  }
}
