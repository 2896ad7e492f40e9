/** A store as the form holds it: amounts and the position as typed. */
import type { HoursException, Interval, StoreInput, StoreView } from '@pailou/contracts';
import type { In } from '../../lib/contract';
import { copyOf } from '../../lib/copy';
import { fenOf, yuanOf } from '../../lib/format';
import { c } from '../../lib/texts';
import { dayIsRight, doubleDates, sorted } from '../../ui/hours/hours';
import { t } from './texts';

export interface StoreDraft {
  name: { zh: string; en: string };
  address: { zh: string; en: string };
  phone: string;
  /** `31.2345, 121.4801` */
  position: string;
  timeZone: string;
  pictureUrl: string;
  hours: Interval[][];
  exceptions: HoursException[];
  pickup: boolean;
  delivery: boolean;
  dineIn: boolean;
  deliveryFee: string;
  /** Empty: delivery is never free. */
  freeOver: string;
}
export type Body = In<typeof StoreInput>;

/** Latitude and longitude in degrees, as one copies them from a map; null if it is no place on earth. */
export function positionOf(typed: string): { latitude: number; longitude: number } | null {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(typed);
  if (!match) return null;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

export function emptyDraft(): StoreDraft {
  const none = () => ({ zh: '', en: '' });
  const hours = Array.from({ length: 7 }, () => [{ from: '09:00', to: '21:00' }]);
  return {
    name: none(),
    address: none(),
    phone: '',
    position: '',
    timeZone: 'Asia/Shanghai',
    pictureUrl: '',
    hours,
    exceptions: [],
    pickup: true,
    delivery: false,
    dineIn: true,
    deliveryFee: '',
    freeOver: '',
  };
}

export function draftOf(store: StoreView): StoreDraft {
  const {
    name,
    address,
    phone,
    latitude,
    longitude,
    timeZone,
    pictureUrl,
    hours,
    exceptions,
    pickup,
    delivery,
    dineIn,
    deliveryFeeFen,
    freeDeliveryOverFen,
  } = copyOf(store);
  return {
    name,
    address,
    phone,
    position: `${latitude}, ${longitude}`,
    timeZone,
    pictureUrl: pictureUrl ?? '',
    hours,
    exceptions,
    pickup,
    delivery,
    dineIn,
    deliveryFee: yuanOf(deliveryFeeFen),
    freeOver: freeDeliveryOverFen === null ? '' : yuanOf(freeDeliveryOverFen),
  };
}

/** The whole command, without the temporary close, which is its own. Only for a draft without faults. */
export function bodyOf(draft: StoreDraft): Body {
  const { position, pictureUrl, deliveryFee, freeOver, hours, exceptions, ...rest } = draft;
  return {
    ...rest,
    ...(positionOf(position) ?? { latitude: 0, longitude: 0 }),
    phone: draft.phone.trim(),
    pictureUrl: pictureUrl || null,
    hours: hours.map(sorted),
    exceptions: exceptions.map((one) => ({ ...one, intervals: sorted(one.intervals) })).sort((a, b) => a.date.localeCompare(b.date)),
    deliveryFeeFen: deliveryFee.trim() ? (fenOf(deliveryFee) ?? 0) : 0,
    freeDeliveryOverFen: freeOver.trim() ? fenOf(freeOver) : null,
  };
}

/** Only what the form changed. */
export function changesOf(before: StoreDraft, after: StoreDraft): Partial<Body> {
  const old: Record<string, unknown> = bodyOf(before);
  return Object.fromEntries(Object.entries(bodyOf(after)).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key])));
}

/** What must be mended before saving, by the path of the field. */
export function faultsOf(draft: StoreDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!draft.name.zh.trim()) faults['name'] = c('required');
  if (!draft.address.zh.trim()) faults['address'] = c('required');
  if (!/^\+?[0-9-]{5,17}$/.test(draft.phone.trim())) faults['phone'] = t('badPhone');
  if (!positionOf(draft.position)) faults['position'] = t('badPosition');
  if (draft.deliveryFee.trim() && fenOf(draft.deliveryFee) === null) faults['deliveryFeeFen'] = c('badMoney');
  if (draft.freeOver.trim() && fenOf(draft.freeOver) === null) faults['freeDeliveryOverFen'] = c('badMoney');
  if (!draft.pickup && !draft.delivery && !draft.dineIn) faults['fulfilment'] = t('oneWay');
  if (!draft.hours.every(dayIsRight)) faults['hours'] = t('badHours');
  if (draft.exceptions.some((one) => one.date === '')) faults['exceptions'] = t('dateNeeded');
  else if (doubleDates(draft.exceptions).size > 0) faults['exceptions'] = t('dateTwice');
  else if (!draft.exceptions.every((one) => dayIsRight(one.intervals))) faults['exceptions'] = t('badHours');
  return faults;
}
