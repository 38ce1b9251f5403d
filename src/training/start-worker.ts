import { Worker } from 'node:worker_threads';

/**
 * Starts a module written in TypeScript in a thread of its own. The loader that runs this process does not reach into threads by itself.
 * @param onMessage called with what the thread posts
 * @returns resolves when the thread ends, rejects when it fails
 */
export function startWorker<T>(module: URL, workerData: unknown, onMessage: (message: T) => void): Promise<void> {
  const loader = import.meta.resolve('tsx/esm/api');
  const code = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(module.href)}); });`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, workerData });
    worker.on('message', onMessage);
    worker.on('error', reject);
    worker.on('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`a training thread ended with status ${status}`));
    });
  });
}
