/**
 * `pnpm bench`: how fast Pailou is on this machine, as ratios within one run.
 *   --only list,order   runs these parts alone; --only 1,2 too
 */
import { cpus } from 'node:os';
import { openHouse } from './house.ts';
import type { Part, Row } from './part.ts';
import { growth } from './parts/growth.ts';
import { list } from './parts/list.ts';
import { memory } from './parts/memory.ts';
import { news } from './parts/news.ts';
import { order } from './parts/order.ts';
import { signature } from './parts/signature.ts';
import { signIn } from './parts/sign-in.ts';
import { start } from './parts/start.ts';

const parts: Part[] = [list, order, signIn, growth, memory, start, news, signature];
const only = /--only[ =](\S+)/.exec(process.argv.slice(2).join(' '))?.[1]?.split(',');
const chosen = parts.filter(({ name }, index) => !only || only.includes(name) || only.includes(String(index + 1)));
if (chosen.length === 0) throw new Error(`There are: ${parts.map(({ name }, index) => `${index + 1} ${name}`).join(', ')}`);

console.log('starting the house twice');
const house = await openHouse();
const rows: Row[] = [];
for (const part of chosen) {
  console.log(`measuring ${part.name}`);
  try {
    rows.push(...(await part.run(house)));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
await house.stop();
console.log(`\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
console.log('| what | measured | against | ratio | aim |\n| --- | ---: | --- | ---: | ---: |');
for (const { what, measured, against, ratio, aim = '' } of rows) console.log(`| ${what} | ${measured} | ${against} | ${ratio} | ${aim} |`);
process.exit();
