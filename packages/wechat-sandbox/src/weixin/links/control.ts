import { noteActivity } from '../activity.js';
import { quotaView, type QuotaView } from '../quota/count.js';
import { ShippingControl } from '../shipping/control.js';
import type { Opened } from '../subscribe/control.js';
import { openLink } from './open.js';
import type { Link } from './types.js';

/** Links from outside into the mini program, and how often interfaces were called. */
export class LinkControl extends ShippingControl {
  /** The links that the shop had made, oldest first. */
  async links(): Promise<Link[]> {
    return structuredClone(this.world.state.links);
  }

  /**
   * A customer opens a URL scheme (plain ones too), URL link or short link.
   * @throws ControlError 404 for an unknown link, 400 for one that expired or whose day is used up
   */
  async openLink(url: string, customerId?: string): Promise<Opened> {
    const result = openLink(this.world, url);
    noteActivity(this.world, this.find(customerId).openid);
    this.world.changed();
    return result;
  }

  /** The limits of interfaces that have some, and what was used of them in the present period. */
  async quotas(): Promise<QuotaView[]> {
    return quotaView(this.world);
  }
}
