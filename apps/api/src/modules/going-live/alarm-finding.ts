import type { ErrorCause, WechatAlarm } from '../../platform/wechat/wechat.js';
import { type Finding, fine, todo } from './check.js';

type Words = readonly [zh: string, en: string];
const secret: Words = [
  'AppSecret 不对或已被重置：到“开发管理 › 开发设置”核对，填入 WECHAT_SECRET',
  'the AppSecret is wrong or was reset: compare it in “开发管理 › 开发设置”, and set WECHAT_SECRET',
];
const addressList: Words = [
  '服务器 IP 不在白名单：到“开发管理 › 开发设置 › IP 白名单”添加',
  'the server’s address is not in the list: add it in “开发管理 › 开发设置 › IP 白名单”',
];
const administrator: Words = [
  '管理员没有同意这个 IP：请管理员在微信里确认',
  'the administrator has not agreed to this address: ask them to confirm it in WeChat',
];
const account: Words = [
  '帐号被冻结或接口被封禁：到 mp.weixin.qq.com 的“通知中心”查看原因并申诉',
  'the account is frozen or forbidden to call: read why in “通知中心” of mp.weixin.qq.com, and appeal',
];
const usedUp: Words = [
  '今天的调用额度用完：零点后恢复；急用可在“开发管理 › 接口设置”查看并清零',
  'today’s quota is used up until midnight in China; “开发管理 › 接口设置” shows it and can clear it',
];
const merchantKeys: Words = [
  '签名不通过：商户证书、私钥或序列号不配套，或服务器时钟不准',
  'the signature is refused: the merchant’s certificate, key or serial do not fit, or the server’s clock is wrong',
];
const template: Words = [
  '消息模板不对或已被删除：到面板“消息模板”重新选择',
  'a message template is wrong or was removed: choose it anew on the page “Message templates”',
];

/** What somebody has to do about a code, and where. */
const byCode: Readonly<Record<string, Words>> = {
  '40001': secret,
  '40125': secret,
  '40013': ['AppID 不对：核对 WECHAT_APPID', 'the AppID is wrong: compare WECHAT_APPID'],
  '40243': ['AppSecret 已被冻结：到“开发管理 › 开发设置”解冻', 'the AppSecret is frozen: release it in “开发管理 › 开发设置”'],
  '40164': addressList,
  '61004': addressList,
  '89501': administrator,
  '89503': administrator,
  '89506': administrator,
  '89507': administrator,
  '50004': account,
  '50007': account,
  '48001': ['帐号没有这个接口的权限：到“开发管理 › 接口设置”开通', 'the account may not call this: open it in “开发管理 › 接口设置”'],
  '61003': ['发货信息管理没有开通：到“交易管理”开通', 'shipping management is not open: open it in “交易管理”'],
  '43107': ['订阅消息能力被封禁：到“订阅消息”查看原因', 'subscribe messages are banned: read why in “订阅消息”'],
  '40037': template,
  '43106': template,
  '45168': ['消息里有敏感词：检查商品名和门店名', 'a message holds forbidden words: look at the names of products and stores'],
  '44993': usedUp,
  '45009': usedUp,
  '48006': ['本月清零次数已用完：等到零点', 'the quota cannot be cleared again this month: wait for midnight in China'],
  SIGN_ERROR: merchantKeys,
  BAD_SIGNATURE: [
    '微信的回答验签不过：核对微信支付公钥和公钥 ID',
    'WeChat’s answer does not verify: compare its public key and the key’s id',
  ],
  UNKNOWN_SERIAL: [
    '微信用了这里没有的公钥签名：核对微信支付公钥和公钥 ID',
    'WeChat signed with a key that is not set here: compare its public key and the key’s id',
  ],
  NO_AUTH: [
    '商户号没有开通这个产品：到 pay.weixin.qq.com“产品中心”开通',
    'the merchant may not do this: open it in “产品中心” of pay.weixin.qq.com',
  ],
  APPID_MCHID_NOT_MATCH: [
    '商户号没有关联这个小程序：到“产品中心 › AppID 账号管理”关联',
    'the merchant is not linked to this mini program: link it in “产品中心 › AppID 账号管理”',
  ],
  MCH_NOT_EXISTS: ['商户号不对：核对 WECHAT_MCHID', 'the merchant number is wrong: compare WECHAT_MCHID'],
  NOT_ENOUGH: [
    '商户余额不足，退款在等：到 pay.weixin.qq.com 充值',
    'the balance is too low and refunds wait: top it up in pay.weixin.qq.com',
  ],
  USER_ACCOUNT_ABNORMAL: ['顾客的帐户已注销，退款要另想办法', 'the customer’s account is closed: the refund needs another way'],
};

const byCause: Partial<Record<ErrorCause, Words>> = {
  bug: ['请求不合微信的规则，请把编号报告给开发者', 'a request breaks WeChat’s rules: report the number to the developers'],
  limit: ['调用超过微信的限额', 'a limit of WeChat’s is reached'],
};
const otherwise: Words = ['请在微信后台查看', 'look into WeChat’s console'];

/** What WeChat refused within the last day and does not heal by itself: each with what to do. */
export function alarmFinding(alarms: readonly WechatAlarm[]): Finding {
  if (alarms.length === 0) return fine('近 24 小时没有需要处理的错误', 'No error of the last 24 hours needs anybody');
  const lines = (['zh', 'en'] as const).map((language) =>
    alarms
      .map(({ code, cause, api, times, lastAt, requestId }) => {
        const words = (Object.hasOwn(byCode, code) ? byCode[code] : undefined) ?? byCause[cause] ?? otherwise;
        const at = `${lastAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
        return language === 'zh'
          ? `${code}（${times} 次，最近 ${at}）：${words[0]}。${api}${requestId ? `，编号 ${requestId}` : ''}`
          : `${code} (${times} times, last at ${at}): ${words[1]}. ${api}${requestId ? `, number ${requestId}` : ''}`;
      })
      .join(language === 'zh' ? '；' : '; '),
  );
  return todo(lines[0] ?? '', lines[1] ?? '');
}
