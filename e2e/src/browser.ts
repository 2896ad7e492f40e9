import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const ofTheMachine = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The machine's own Chromium if there is one, else the one that comes as an npm package (Linux). */
export async function openBrowser(): Promise<Browser> {
  const own = ofTheMachine.find((path) => path && existsSync(path));
  const args = ['--no-sandbox', '--font-render-hinting=none'];
  if (own) return chromium.launch({ executablePath: own, args, headless: true });
  return chromium.launch({ ...(await fromNpm()), args: [...args, '--no-zygote', '--disable-gpu'], headless: true });
}

/** The package brings the libraries that a bare machine lacks; it hands them out by itself on Lambda only. */
async function fromNpm(): Promise<{ executablePath: string; env: Record<string, string> }> {
  sparticuz.setGraphicsMode = false;
  const executablePath = await sparticuz.executablePath();
  await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));
  const { LD_LIBRARY_PATH: libraries = '', ...rest } = process.env as Record<string, string>;
  return {
    executablePath,
    env: {
      ...rest,
      FONTCONFIG_PATH: join(tmpdir(), 'fonts'),
      LD_LIBRARY_PATH: [libraries, join(tmpdir(), 'al2023/lib')].filter(Boolean).join(':'),
    },
  };
}
