import { describe, expect, it } from 'vitest';
import { passwordFaults } from './password';

describe('a new password', () => {
  it('is long enough and typed twice alike', () => {
    expect(passwordFaults('', '')).toHaveProperty('password');
    expect(passwordFaults('123456789', '123456789')).toHaveProperty('password');
    expect(passwordFaults('1234567890', '123456789O')).toEqual({ repeat: '两次输入的不一样' });
    expect(passwordFaults('1234567890', '1234567890')).toEqual({});
  });
});
