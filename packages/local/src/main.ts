import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findRunning, saveFacts } from './running.js';
import { startEverything } from './start.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const { values } = parseArgs({
  options: {
    'port-base': { type: 'string', default: '7700' },
    data: { type: 'string', default: join(root, '.local') },
    watch: { type: 'boolean', default: false },
  },
});
const dataDir = resolve(values.data);
const portBase = Number(values['port-base']);
if (!Number.isInteger(portBase) || portBase < 1024 || portBase > 65_000) {
  console.error('--port-base takes a port from 1024 to 65000.');
  process.exit(2);
}
mkdirSync(dataDir, { recursive: true });
const other = await findRunning(dataDir);
if (other) {
  console.error(`\nPailou already runs on ${dataDir}: the phone ${other.sandbox}, the panel ${other.admin}.`);
  console.error('Stop it first, or start another one beside it with --data DIR.');
  process.exit(1);
}

try {
  const running = await startEverything({ root, dataDir, portBase, watch: values.watch, say: (line) => console.log(`• ${line}`) });
  const { facts } = running;
  const forget = saveFacts(dataDir, facts);
  const rows: [string, string][] = [
    ['the phone', facts.sandbox],
    ['panel', facts.admin],
    ['mini program (h5)', facts.h5],
    ['API', facts.api],
    ['API docs', facts.docs],
    ['owner', `${facts.owner.email}  ${facts.owner.password}`],
  ];
  console.log(
    `\n${rows.map(([name, value]) => `  ${name.padEnd(18)} ${value}`).join('\n')}\n\n  Ctrl-C stops everything; the data stays in ${dataDir}\n`,
  );

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    forget();
    await running.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
