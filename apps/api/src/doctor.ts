import { createApp } from './create-app.js';
import { loadConfig } from './platform/config/config.js';
import { GoingLive } from './modules/going-live/index.js';

/** `pnpm doctor`: looks at everything that must be right before customers come. Ends with 1 when something is to be done. */
const marks = { fine: '✓', todo: '✗', unknown: '?' } as const;
const language = /^zh/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh' : 'en';
try {
  const app = await createApp(loadConfig({ ...process.env, LOG_LEVEL: 'silent', WORKER: 'false' }));
  const lines = await app.get(GoingLive).check();
  for (const { state, title, say } of lines) console.log(`${marks[state]} ${title[language]}\n  ${say[language]}`);
  await app.close();
  process.exit(lines.some(({ state }) => state === 'todo') ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
