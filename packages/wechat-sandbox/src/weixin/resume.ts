import type { World } from '../world.js';
import { resumePushes } from './push/deliver.js';
import { resumeMediaChecks } from './security/media.js';

/** Goes on with what waited when the sandbox stopped. */
export function resumeWeixin(world: World): void {
  resumePushes(world);
  resumeMediaChecks(world);
}
