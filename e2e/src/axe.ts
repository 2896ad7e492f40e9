import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Until a frame is drawn and what moves has come to rest: what is half there, or half of another theme, is not judged. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== 'running' || !Number.isFinite(one.effect?.getComputedTiming().endTime)),
  );
}

/**
 * What axe finds on the page that would keep somebody out (serious or critical), and what is wider than the screen.
 * Legacy: it runs in the page itself; ours hold no frame that is to be judged, and a page of its own for each look is slow.
 */
export async function faultsOf(page: Page, where: string): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  const faults = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html.slice(0, 120)}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return overflow > 0 ? [...faults, `${where} is ${overflow} px too wide`] : faults;
}
