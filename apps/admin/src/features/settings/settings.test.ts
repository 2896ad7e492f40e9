import { describe, expect, it } from 'vitest';
import { deviceOf } from './device';
import { qrPath } from './qr';

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome',
      'macOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPad',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Linux; Android 14; V2227A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.50',
      'WeChat',
      'Android',
    ],
  ])('is named by what its browser says: %s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
  it('stays unknown where nothing is said', () => {
    expect(deviceOf('curl/8.0')).toBeNull();
  });
});

describe('a QR code', () => {
  it('has its three finders and grows with the text', () => {
    const { path, modules } = qrPath('otpauth://totp/Pailou:a?secret=JBSWY3DPEHPK3PXP');
    const dark = new Set(
      path
        .split('M')
        .slice(1)
        .map((part) => part.slice(0, part.indexOf('h'))),
    );
    for (const [x, y] of [
      [0, 0],
      [modules - 7, 0],
      [0, modules - 7],
    ] as const) {
      expect([`${x} ${y}`, `${x + 6} ${y + 6}`, `${x + 3} ${y + 3}`].every((at) => dark.has(at))).toBe(true);
      expect(dark.has(`${x + 1} ${y + 1}`)).toBe(false);
    }
    expect(qrPath('x'.repeat(200)).modules).toBeGreaterThan(modules);
  });
});
