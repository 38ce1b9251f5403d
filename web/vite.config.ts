import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

/** Only what the page brings along may run; the single file has its script inside, so there inline scripts must be allowed. */
function contentSecurityPolicy(single: boolean): Plugin {
  const inline = single ? "'unsafe-inline'" : "'self'";
  const policy = [
    "default-src 'none'",
    `script-src ${inline}`,
    `style-src ${inline}`,
    'img-src data: blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: (html) =>
      html.replace('<head>', `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`),
  };
}

/** The single file starts no worker, so that none needs to lie beside it. */
const withoutWorkers: Plugin = {
  name: 'without-workers',
  generateBundle: (_, bundle) => {
    for (const name of Object.keys(bundle)) if (name.includes('.worker-')) delete bundle[name];
  },
};

/** `vite build` writes dist/web; `vite build --mode single` writes one HTML file that can carry a graph inside. */
export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  const folder = single ? '../dist/web-single' : '../dist/web';
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: './',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [contentSecurityPolicy(single), ...(single ? [viteSingleFile(), withoutWorkers] : [])],
    build: {
      outDir: fileURLToPath(new URL(folder, import.meta.url)),
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
    },
  };
});
