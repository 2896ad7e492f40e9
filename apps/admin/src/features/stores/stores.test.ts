import { describe, expect, it } from 'vitest';
import { bodyOf, changesOf, draftOf, emptyDraft, faultsOf, positionOf, type StoreDraft } from './draft';
import { copiedTo, doubleDates, faultsOfDay, nextInterval, runs, timeOf } from '../../ui/hours/hours';
import { labelsOf } from './labels';
import { closedNow, weekWords } from './state';

const at = (from: string, to: string) => ({ from, to });

describe('opening hours', () => {
  it('read a time as people type it', () => {
    expect(['8', '8:30', '0830', '830', '24', '24:00', '８：３０', '9点'].map(timeOf)).toEqual([
      '08:00',
      '08:30',
      '08:30',
      '08:30',
      '24:00',
      '24:00',
      '08:30',
      '09:00',
    ]);
    expect(['', '25', '24:30', '8:61', 'noon', '12345'].map(timeOf)).toEqual([null, null, null, null, null, null]);
  });
  it('end after they begin and do not overlap, while two may touch', () => {
    expect(faultsOfDay([at('08:00', '12:00'), at('12:00', '22:00')])).toEqual([null, null]);
    expect(faultsOfDay([at('08:00', '12:00'), at('11:59', '22:00')])).toEqual(['overlap', 'overlap']);
    expect(faultsOfDay([at('12:00', '12:00'), at('8', '9')])).toEqual(['order', 'time']);
    expect(faultsOfDay([at('22:00', '02:00')])).toEqual(['order']);
    expect(faultsOfDay([])).toEqual([]);
  });
  it('offer a further span after the last, until the day is full', () => {
    expect(nextInterval([])).toEqual(at('09:00', '21:00'));
    expect(nextInterval([at('13:00', '15:00'), at('08:00', '11:00')])).toEqual(at('16:00', '21:00'));
    expect(nextInterval([at('08:00', '21:30')])).toEqual(at('22:00', '24:00'));
    expect(nextInterval([at('08:00', '24:00')])).toBeNull();
    for (let to = 1; to <= 24; to++) {
      const day = [at('00:00', `${String(to).padStart(2, '0')}:00`)];
      const next = nextInterval(day);
      if (next) expect(faultsOfDay([...day, next])).toEqual([null, null]);
    }
  });
  it('are copied from one day to others, each with spans of its own', () => {
    const week = Array.from({ length: 7 }, (_, day) => (day === 0 ? [at('08:00', '20:00')] : []));
    const copy = copiedTo(week, 0, [0, 1, 2]);
    expect(copy.map((day) => day.length)).toEqual([1, 1, 1, 0, 0, 0, 0]);
    copy[1]![0]!.to = '10:00';
    expect(copy[2]![0]!.to).toBe('20:00');
  });
  it('are said in few words', () => {
    const open = [at('08:00', '22:00')];
    expect(runs([open, open, [], open, open, open, open]).map((run) => [run.first, run.last])).toEqual([
      [0, 1],
      [2, 2],
      [3, 6],
    ]);
    expect(weekWords([open, open, open, open, open, [at('09:00', '12:00'), at('13:00', '24:00')], []])).toEqual([
      '周一至周五 08:00–22:00',
      '周六 09:00–12:00, 13:00–24:00',
      '周日 休息',
    ]);
  });
  it('name a date that stands twice', () => {
    const day = (date: string) => ({ date, intervals: [], note: '' });
    expect([...doubleDates([day('2027-01-01'), day('2027-01-02'), day('2027-01-01'), day(''), day('')])]).toEqual(['2027-01-01']);
  });
});

describe('the form of a store', () => {
  const whole = (): StoreDraft => ({
    ...emptyDraft(),
    name: { zh: '牌楼', en: '' },
    address: { zh: '福州路', en: '' },
    phone: '021-5555',
    position: '31.2, 121.5',
  });
  it('reads a position as one copies it from a map', () => {
    expect(positionOf('31.2345,121.4801')).toEqual({ latitude: 31.2345, longitude: 121.4801 });
    expect(positionOf(' -31.2，121 ')).toEqual({ latitude: -31.2, longitude: 121 });
    expect(['', '31.2', '91, 0', '0, 181', '121.4801, 31.2345', 'a, b'].map(positionOf)).toEqual([null, null, null, null, null, null]);
  });
  it('gives back what it was given, and sends only what changed', () => {
    const store = { ...bodyOf(whole()), id: 'x', createdAt: '', closedUntil: null, phone: '021-5555' };
    const view = {
      ...store,
      name: { zh: '牌楼', en: '' },
      address: { zh: '福州路', en: '' },
      timeZone: 'Asia/Shanghai',
      pictureUrl: null,
      exceptions: [],
      pickup: true,
      delivery: false,
      dineIn: true,
      deliveryFeeFen: 650,
      freeDeliveryOverFen: null,
    };
    const draft = draftOf(view);
    expect(draft).toMatchObject({ deliveryFee: '6.50', freeOver: '', position: '31.2, 121.5' });
    expect(changesOf(draft, draftOf(view))).toEqual({});
    expect(changesOf(draft, { ...draft, freeOver: '50' })).toEqual({ freeDeliveryOverFen: 5000 });
  });
  it('puts spans and dates in order', () => {
    const draft = whole();
    draft.hours[0] = [at('13:00', '20:00'), at('08:00', '12:00')];
    draft.exceptions = [
      { date: '2027-02-01', intervals: [], note: '' },
      { date: '2027-01-01', intervals: [], note: '' },
    ];
    expect(bodyOf(draft).hours[0]?.map((one) => one.from)).toEqual(['08:00', '13:00']);
    expect(bodyOf(draft).exceptions?.map((one) => one.date)).toEqual(['2027-01-01', '2027-02-01']);
  });
  it.each<[string, (draft: StoreDraft) => void, string]>([
    ['a phone', (draft) => (draft.phone = 'call me'), 'phone'],
    ['a position', (draft) => (draft.position = ''), 'position'],
    ['a fee in money', (draft) => (draft.deliveryFee = '1.234'), 'deliveryFeeFen'],
    ['one way to get it', (draft) => Object.assign(draft, { pickup: false, dineIn: false }), 'fulfilment'],
    ['hours that hold', (draft) => (draft.hours[3] = [at('20:00', '02:00')]), 'hours'],
    ['the date of an exception', (draft) => (draft.exceptions = [{ date: '', intervals: [], note: '' }]), 'exceptions'],
  ])('asks for %s', (_, spoil, path) => {
    const draft = whole();
    expect(faultsOf(draft)).toEqual({});
    spoil(draft);
    expect(Object.keys(faultsOf(draft))).toEqual([path]);
  });
  it('knows a temporary close from one that is over', () => {
    expect(closedNow({ closedUntil: '2026-01-01T10:00:00.000Z' }, Date.parse('2026-01-01T09:59:00.000Z'))).toBe(true);
    expect(closedNow({ closedUntil: '2026-01-01T10:00:00.000Z' }, Date.parse('2026-01-01T10:01:00.000Z'))).toBe(false);
    expect(closedNow({ closedUntil: null })).toBe(false);
  });
});

describe('labels of codes', () => {
  it('are single, in lists, or in ranges', () => {
    expect(labelsOf('大门')).toEqual(['大门']);
    expect(labelsOf('A1-A3，B1\nA2')).toEqual(['A1', 'A2', 'A3', 'B1']);
    expect(labelsOf('A08-10')).toEqual(['A08', 'A09', 'A10']);
    expect(labelsOf('1到3')).toEqual(['1', '2', '3']);
    expect(labelsOf(' , ')).toEqual([]);
  });
  it('stay names where a dash is no range', () => {
    expect(labelsOf('A3-A1')).toEqual(['A3-A1']);
    expect(labelsOf('A1-B4')).toEqual(['A1-B4']);
    expect(labelsOf('1-9999')).toEqual(['1-9999']);
  });
});
