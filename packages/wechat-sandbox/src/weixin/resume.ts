import type { World } from '../world.js';
import { resumePushes } from './push/deliver.js';
import { resumeMediaChecks } from './security/media.js';
import { resumeShipping } from './shipping/settle.js';

/** Goes on with what waited when the sandbox stopped. */
export function resumeWeixin(world: World): void {
  resumePushes(world);
  resumeMediaChecks(world);
  resumeShipping(world);
}
