import { expect, it } from 'vitest';
import { deedsOf, kindWord, looks, nameOf, verdictWord, whyOf } from './words';

it('says WeChat’s verdict and its label in words', () => {
  expect(verdictWord({ suggest: 'risky', label: 20008 })).toBe('有风险：欺诈');
  expect(verdictWord({ suggest: 'review', label: 4711 })).toBe('需要人看一眼：其他');
  expect(verdictWord({ suggest: 'pass', label: 100 })).toBe('可以展示');
  expect(verdictWord({ suggest: null, label: null })).toBe('没有判断');
});
it('says why a person must look, and why WeChat has not answered', () => {
  expect(whyOf({ status: 'in_doubt', doubt: 'inactive', code: '61010' })).toMatch(/两小时.*61010/);
  expect(whyOf({ status: 'waiting', doubt: null, code: '45009' })).toMatch(/45009.*再问/);
  expect([whyOf({ status: 'waiting', doubt: null, code: null }), whyOf({ status: 'passed', doubt: 'review', code: null })]).toEqual([
    '',
    '',
  ]);
});
it('calls a text by itself, a picture by what and whose it is, and an unknown kind by its own name', () => {
  expect(nameOf({ kind: 'customer.nickname', text: '小林', authorName: null })).toBe('小林');
  expect(nameOf({ kind: 'customer.avatar', text: null, authorName: null })).toBe('头像 · 微信用户');
  expect(kindWord('review.text')).toBe('review.text');
});
it('offers what the API allows, and nothing once something newer was written', () => {
  expect(deedsOf({ status: 'in_doubt', newest: true })).toEqual({ approve: true, refuse: true });
  expect(deedsOf({ status: 'passed', newest: true })).toEqual({ approve: false, refuse: true });
  expect(deedsOf({ status: 'refused', newest: false })).toEqual({ approve: false, refuse: false });
  expect(deedsOf({ status: 'waiting', newest: true })).toEqual({ approve: false, refuse: false });
});
it('shows each state by its own colour and shape', () => {
  expect(new Set(Object.values(looks).map(({ tone, shape }) => `${tone} ${shape}`)).size).toBe(Object.keys(looks).length);
});
