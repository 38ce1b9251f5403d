import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/usr/bin', '/usr/local/bin', '/snap/bin'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Software WebGL, so that the map draws on a machine without a graphics card; nothing that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** Starts a browser with a fresh profile; looks for Chromium and installs it when there is none. Never skips: it throws. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: FLAGS, headless: true });
}

/** Path of a Chromium: the variable CHROMIUM, then the usual names on the path, then what playwright-core downloaded before. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...PLACES];
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), MAC, downloaded()];
  return candidates.find((path) => path !== '' && isExecutable(path));
}

function installChromium(): string {
  const attempts = isDebianRoot()
    ? ['apt-get update', 'apt-get install -y --no-install-recommends chromium']
    : ['npx playwright-core install chromium'];
  const said = attempts.map(run);
  const found = findChromium();
  if (found) return found;
  throw new Error(
    `No Chromium was found and installing it failed (${attempts.join(' && ')}). ` +
      `Install Chromium or Chrome, or set CHROMIUM to the path of its program.\n${said.join('\n').slice(-2_000)}`,
  );
}

function run(command: string): string {
  const [program = '', ...args] = command.split(' ');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { stdout, stderr, error } = spawnSync(program, args, { env, encoding: 'utf8', timeout: 600_000 });
  return [error?.message, stdout, stderr].filter(Boolean).join('\n');
}

function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function downloaded(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
