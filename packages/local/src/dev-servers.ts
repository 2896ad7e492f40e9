import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

interface Watching {
  root: string;
  say: (line: string) => void;
}

/** Said when all is well again, and by Vite's proxy while the API starts anew. */
const harmless = /Found 0 errors|ws proxy|ECONNREFUSED|ECONNRESET/;

/** One program that watches its folder; its complaints are said, the rest is not. */
function run({ root, say }: Watching, folder: string, command: string, args: string[], env?: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(join(root, folder, 'node_modules/.bin', command), args, {
    cwd: join(root, folder),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) =>
      text
        .split('\n')
        .filter((line) => /error/i.test(line) && !harmless.test(line))
        .forEach((line) => say(`${folder}: ${line}`)),
    );
  }
  return child;
}

const stopAll = (children: readonly ChildProcess[]) => async (): Promise<void> => {
  for (const child of children) child.kill('SIGTERM');
};

/** What the API is compiled from, each after what it is built on. */
const compiled = ['packages/contracts', 'packages/wechat', 'apps/api'];
/** Where a change means that the API must start again. */
export const apiOutputs = (root: string): string[] => compiled.map((folder) => join(root, folder, 'dist'));

/**
 * The compilers of what the API runs. Each one has compiled once before the next begins and before the API starts, so that
 * none reads what another is writing.
 */
export async function startCompilers(watching: Watching): Promise<() => Promise<void>> {
  const children: ChildProcess[] = [];
  for (const folder of compiled) {
    const child = run(watching, folder, 'tsc', ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']);
    children.push(child);
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (text: string) => text.includes('Watching for file changes') && resolve());
      child.once('exit', () => resolve());
    });
  }
  return stopAll(children);
}

/** Vite for the panel and the h5 mini program. */
export function startDevServers(watching: Watching & { api: string; sandbox: string; admin: number; h5: number }): () => Promise<void> {
  const { api, sandbox, admin, h5 } = watching;
  const env = { PAILOU_API: api, PAILOU_SANDBOX: sandbox, PAILOU_PORT: String(h5) };
  return stopAll([
    run(watching, 'apps/admin', 'vite', ['--port', String(admin), '--strictPort', '--host'], env),
    run(watching, 'apps/miniapp', 'uni', ['--host'], env),
  ]);
}
