import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** Vite for the panel and the h5 mini program, and the compilers whose output the API runs. */
export async function startDevServers(options: {
  root: string;
  api: string;
  sandbox: string;
  admin: number;
  h5: number;
  say: (line: string) => void;
}): Promise<() => Promise<void>> {
  const { root, api, sandbox, say } = options;
  const env = { ...process.env, PAILOU_API: api, PAILOU_SANDBOX: sandbox, PAILOU_PORT: String(options.h5) };
  const run = (name: string, folder: string, command: string, args: string[]): ChildProcess => {
    const child = spawn(join(root, folder, 'node_modules/.bin', command), args, {
      cwd: join(root, folder),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) =>
        text
          .split('\n')
          .filter((line) => /error/i.test(line))
          .forEach((line) => say(`${name}: ${line}`)),
      );
    }
    return child;
  };
  const compile = ['contracts', 'wechat', 'wechat-sandbox'].map((name) =>
    run(name, `packages/${name}`, 'tsc', ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']),
  );
  const children = [
    ...compile,
    run('api', 'apps/api', 'tsc', ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']),
    run('admin', 'apps/admin', 'vite', ['--port', String(options.admin), '--strictPort', '--host']),
    run('miniapp', 'apps/miniapp', 'uni', ['--host']),
  ];
  return async () => {
    for (const child of children) child.kill('SIGTERM');
  };
}
