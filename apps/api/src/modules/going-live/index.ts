export { GoingLiveModule } from './going-live.module.js';
export { GoingLive } from './going-live.service.js';
