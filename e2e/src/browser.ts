import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
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
  sparticuz.setGraphicsMode = false;
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...sparticuz.args, ...args], headless: true });
}
