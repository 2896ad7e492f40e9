import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Runs another Node program that ends when this process ends, even by kill -9: the
 * channel between them closes, and the preloaded guard in the child hears it.
 */
export function runNode(file: string, env: NodeJS.ProcessEnv, onLine: (line: string) => void): ChildProcess {
  const guard = `process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))`;
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', `data:text/javascript,${encodeURIComponent(guard)}`, file], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => text.split('\n').filter(Boolean).forEach(onLine));
  }
  return child;
}

/** Waits until the address answers 2xx, or fails with the last lines the program said. */
export async function untilReady(url: string, child: ChildProcess, said: string[], seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (child.exitCode !== null) break;
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer. Its last words:\n${said.slice(-20).join('\n')}`);
}
