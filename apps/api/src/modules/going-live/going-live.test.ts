import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { privateUse } from './private-apis.js';
import { addressFault, domainFinding } from './public-address.js';
import { addressFinding, credentialFinding, merchantFinding } from './wechat-findings.js';

const error = (code: string, more: object = {}) => ({ api: 'x', kind: 'refused' as const, code, message: '', retryable: false, ...more });

describe('an address', () => {
  it.each([
    ['http://shop.cn', 'not_https'],
    ['https://localhost:3000', 'not_a_name'],
    ['https://10.0.0.1', 'not_a_name'],
    ['https://shop.cn:8443', 'port'],
    ['https://api.shop.cn', null],
  ])('%s: %s', (url, fault) => expect(addressFault(url)).toBe(fault));
  it('is told as the console wants it', () => {
    expect(domainFinding('https://api.shop.cn').say.zh).toContain('wss://api.shop.cn');
  });
});

describe('what WeChat answers', () => {
  it('says which of AppID, AppSecret and IP is wrong', () => {
    expect(
      [null, error('40013'), error('40125'), error('40164'), error('TIMEOUT', { kind: 'network' })].map(
        (one) => credentialFinding(one).state,
      ),
    ).toEqual(['fine', 'todo', 'todo', 'fine', 'unknown']);
    const refused = addressFinding(error('40164', { message: 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 1' }));
    expect(refused).toMatchObject({ state: 'todo', say: { zh: expect.stringContaining('203.0.113.7') } });
  });
  it('says what is wrong with the merchant', () => {
    expect(
      [
        error('ORDER_NOT_EXIST', { status: 404 }),
        error('SIGN_ERROR', { status: 401 }),
        error('BAD_SIGNATURE', { kind: 'invalid' }),
        error('SYSTEM_ERROR', { status: 500 }),
      ].map((one) => merchantFinding(one).state),
    ).toEqual(['fine', 'todo', 'todo', 'unknown']);
  });
});

describe('the built mini program', () => {
  const build = (code: string, requiredPrivateInfos: string[] = []) => {
    const folder = mkdtempSync(join(tmpdir(), 'pailou-build-'));
    mkdirSync(join(folder, 'pages'));
    writeFileSync(join(folder, 'app.json'), JSON.stringify({ pages: [], requiredPrivateInfos }));
    writeFileSync(join(folder, 'pages/a.js'), code);
    writeFileSync(join(folder, 'pages/a.wxml'), '<button open-type="chooseAvatar"/><input type="nickname"/>');
    return folder;
  };
  it('tells what it uses, each once, and what app.json lacks', () => {
    expect(privateUse(build('wx.getLocation({});index.chooseLocation()', ['getLocation']))).toMatchObject({
      declare: [{ en: 'location' }, { en: 'avatar' }, { en: 'nickname' }],
      listed: ['getLocation', 'chooseLocation'],
      missing: ['chooseLocation'],
    });
    expect(privateUse(build('const getLocation = 1'))?.declare.map(({ en }) => en)).toEqual(['avatar', 'nickname']);
    expect(privateUse('/nowhere')).toBeNull();
  });
});
