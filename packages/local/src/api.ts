import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { runNode, untilReady } from './child.js';

export interface RunningApi {
  /** Ends it in order: requests under way are answered, running jobs finish. */
  stop(): Promise<void>;
}

/** Keeps the API running: one that dies is started again, and so is one whose build changed when `watchDirs` are given. */
export async function startApi(options: {
  main: string;
  env: NodeJS.ProcessEnv;
  url: string;
  watchDirs?: readonly string[];
  say: (line: string) => void;
}): Promise<RunningApi> {
  const { main, env, url, say } = options;
  const said: string[] = [];
  let child: ChildProcess;
  let stopping = false;
  let restarting = false;

  const start = () => {
    child = runNode(main, env, (line) => {
      said.push(line);
      if (said.length > 200) said.shift();
      if (/"level":"(error|fatal)"/.test(line) || !line.startsWith('{')) say(`API: ${line}`);
    });
    child.once('exit', (code, signal) => {
      if (stopping) return;
      if (!restarting) say(`The API ended (${signal ?? code}); starting it again`);
      setTimeout(() => stopping || start(), restarting ? 0 : 500);
      restarting = false;
    });
  };
  start();
  await untilReady(`${url}/ready`, child!, said);

  let settle: NodeJS.Timeout | undefined;
  const restart = () => {
    clearTimeout(settle);
    settle = setTimeout(() => {
      restarting = true;
      say('The API changed; starting it again');
      child.kill('SIGTERM');
    }, 300);
  };
  const watchers = (options.watchDirs ?? []).map((folder) => watch(folder, { recursive: true }, restart));

  return {
    stop: async () => {
      stopping = true;
      for (const watcher of watchers) watcher.close();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(late);
    },
  };
}
