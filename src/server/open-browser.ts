/** True when a person sits at this machine's screen, as far as can be told. */
export function hasBrowser(env: NodeJS.ProcessEnv, isTty: boolean, platform: NodeJS.Platform): boolean {
  if (!isTty || env['CI'] || env['SSH_CONNECTION']) return false;
  return platform === 'darwin' || platform === 'win32' || !!(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Opens the address in the user's browser; does nothing when that fails, since the address is printed too. */
export async function openBrowser(url: string): Promise<void> {
  try {
    const { default: open } = await import('open');
    const child = await open(url);
    child.on('error', () => undefined);
  } catch {
    // No browser: the printed address is enough.
  }
}
