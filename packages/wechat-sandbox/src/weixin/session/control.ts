import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { ControlError } from '../../control/base.js';
import { ChatControl } from '../chat/control.js';
import type { MediaCheck, PlannedVerdict, Verdict } from '../security/types.js';
import { type EncryptKey, latestKey } from './encrypt-key.js';

/** What a mini program gets by the older ways, encrypted under session_key (§3.3). */
export interface EncryptedData {
  encryptedData: string;
  iv: string;
}

/** What the customer and WeChat do about sessions, risks and judgements. */
export class SessionControl extends ChatControl {
  /** The next `count` checks of texts and media get this verdict, whatever is in them. */
  async judgeContent(verdict: Verdict & { count?: number }): Promise<PlannedVerdict[]> {
    const { suggest, label, count = 1 } = verdict;
    if (!['pass', 'review', 'risky'].includes(suggest)) throw new ControlError(400, 'suggest is pass, review or risky.');
    if (!Number.isInteger(label) || !Number.isInteger(count) || count < 1)
      throw new ControlError(400, 'label is a whole number, and count one above 0.');
    this.world.state.contentVerdicts.push({ suggest, label, count });
    this.world.changed();
    return structuredClone(this.world.state.contentVerdicts);
  }

  /** The pictures and sounds that WeChat was asked about. */
  async mediaChecks(): Promise<MediaCheck[]> {
    return structuredClone(this.world.state.mediaChecks);
  }

  /** WeChat forgets the session: session_key no longer holds. */
  async expireSession(customerId?: string): Promise<void> {
    this.find(customerId).sessionKey = null;
    this.world.changed();
  }

  /** Sets the rank, 0 to 4, that getuserriskrank gives. */
  async setRiskRank(customerId: string | undefined, rank: number): Promise<void> {
    if (![0, 1, 2, 3, 4].includes(rank)) throw new ControlError(400, 'rank is 0 to 4.');
    this.world.state.riskRanks[this.find(customerId).openid] = rank;
    this.world.changed();
  }

  /**
   * What a button of the older kind hands over, encrypted under the customer's session_key.
   * @throws ControlError 400 before the first login
   */
  async encryptedData(customerId: string | undefined, kind: 'phone' | 'profile' = 'phone'): Promise<EncryptedData> {
    const { sessionKey, openid, unionid, nickname, phoneNumber } = this.find(customerId);
    if (sessionKey === null) throw new ControlError(400, 'The customer has no session: exchange a login code first.');
    const now = this.world.clock.now();
    const watermark = { timestamp: Math.floor(now / 1000), appid: this.world.credentials.appid };
    const plain =
      kind === 'phone'
        ? { phoneNumber, purePhoneNumber: phoneNumber, countryCode: '86', watermark }
        : { openId: openid, nickName: nickname, unionId: unionid, watermark };
    const iv = randomBytes(16);
    const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv);
    const encryptedData = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()]).toString('base64');
    this.world.state.sealed.push({ hash: createHash('sha256').update(encryptedData).digest('hex'), createdAt: now });
    this.world.changed();
    return { encryptedData, iv: iv.toString('base64') };
  }

  /** The customer's key of wx.getUserCryptoManager. */
  async userEncryptKey(customerId?: string): Promise<EncryptKey> {
    const key = latestKey(this.world, this.find(customerId).openid);
    this.world.changed();
    return structuredClone(key);
  }
}
