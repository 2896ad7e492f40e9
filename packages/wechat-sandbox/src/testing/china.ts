import { chinaDay } from '../clock.js';
import type { RunningSandbox } from '../index.js';

/** Lets the sandbox's clock run on until this hour and minute in China come, tomorrow or later; gives the day before it. */
export async function advanceToTomorrow(sandbox: RunningSandbox, clock = '11:00'): Promise<string> {
  const now = Date.parse((await sandbox.control.clock()).now);
  const today = chinaDay(now);
  await sandbox.control.advance(Date.parse(`${today}T${clock}:00+08:00`) + 86_400_000 - now);
  return today;
}
