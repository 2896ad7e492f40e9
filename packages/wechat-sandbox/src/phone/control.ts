import { ControlError } from '../control/base.js';
import { FriendsControl } from '../friends/control.js';
import { noteActivity } from '../weixin/activity.js';
import { type Handset, newHandset, type Place } from './types.js';

/** Where a phone is that nobody put anywhere: by a store of the shop, or in the middle of Shanghai. */
const peoplesSquare: Place = { name: '上海 · 人民广场', latitude: 31.2304, longitude: 121.4737 };
const westLake: Place = { name: '杭州 · 西湖', latitude: 30.2421, longitude: 120.1486 };
/** A minute's walk, and half an hour's ride, northwards in degrees. */
const nearby = 0.0006;
const away = 0.045;

/** What wx.getLocation ends with: a spot, or only the words of its failure. */
export type Located = { errMsg: string; latitude?: number; longitude?: number };

const isPlace = (value: Place): boolean =>
  typeof value.name === 'string' &&
  [value.latitude, value.longitude].every((part) => Number.isFinite(part)) &&
  Math.abs(value.latitude) <= 90 &&
  Math.abs(value.longitude) <= 180;

/** The phone itself: what it was answered once, and where it is. */
export class HandsetControl extends FriendsControl {
  /** What this customer's phone remembers, and where it is now. */
  async handset(customerId?: string): Promise<Handset & { place: Place }> {
    const handset = this.handsetOf(this.find(customerId).id);
    return { ...structuredClone(handset), place: handset.place ?? (await this.places())[0] ?? peoplesSquare };
  }

  /** Answers the privacy guide (wx.requirePrivacyAuthorize, or its button on the mini program's own sheet); null asks anew. */
  async answerPrivacy(customerId: string | undefined, answer: 'agree' | 'disagree' | null): Promise<void> {
    this.handsetOf(this.find(customerId).id).privacyAgreed = answer === 'agree';
    this.world.changed();
  }

  /** Answers scope.userLocation; WeChat keeps it until it is changed in the settings. */
  async permitLocation(customerId: string | undefined, answer: Handset['location']): Promise<void> {
    if (answer !== 'allow' && answer !== 'refuse' && answer !== 'ask') throw new ControlError(400, 'answer is allow, refuse or ask.');
    this.handsetOf(this.find(customerId).id).location = answer;
    this.world.changed();
  }

  /** Carries the phone somewhere. */
  async moveTo(customerId: string | undefined, place: Place): Promise<void> {
    if (!isPlace(place)) throw new ControlError(400, 'A place has a name, a latitude and a longitude.');
    const { name, latitude, longitude } = place;
    this.handsetOf(this.find(customerId).id).place = { name, latitude, longitude };
    this.world.changed();
  }

  /** Spots to choose from: before each store of the shop, away from the first one, in another town. */
  async places(): Promise<Place[]> {
    const stores = await this.world.settings.places().catch(() => []);
    const [first] = stores;
    return [
      ...stores.map(({ name, latitude, longitude }) => ({ name: `${name}门口`, latitude: latitude + nearby, longitude })),
      ...(first ? [{ name: `离${first.name}五公里`, latitude: first.latitude + away, longitude: first.longitude }] : [peoplesSquare]),
      westLake,
    ];
  }

  /** wx.getLocation after all questions were answered: errno 104 without privacy, `auth deny` when refused. */
  async locate(customerId?: string): Promise<Located> {
    const customer = this.find(customerId);
    const { privacyAgreed, location, place } = await this.handset(customer.id);
    if (!privacyAgreed) return { errMsg: 'getLocation:fail privacy permission is not authorized' };
    if (location !== 'allow') return { errMsg: 'getLocation:fail auth deny' };
    noteActivity(this.world, customer.openid);
    return { errMsg: 'getLocation:ok', latitude: place.latitude, longitude: place.longitude };
  }

  private handsetOf(customerId: string): Handset {
    return (this.world.state.handsets[customerId] ??= newHandset());
  }
}
