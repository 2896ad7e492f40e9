import type { WechatError } from '../../platform/wechat/wechat.js';
import { type Finding, fine, todo, unknown } from './check.js';

/** What an answer of api.weixin.qq.com says about the AppID, the AppSecret and the IP list. */
export function credentialFinding(error: WechatError | null): Finding {
  if (!error) return fine('AppID 和 AppSecret 正确，能取到 access_token', 'AppID and AppSecret are right: a token is given');
  const { code, kind } = error;
  if (code === '40164' || code === '61004') return fine('AppID 和 AppSecret 没有被拒绝', 'AppID and AppSecret were not refused');
  if (code === '40013')
    return todo(
      'AppID 不对：在微信公众平台“开发管理 › 开发设置”复制后填入 WECHAT_APPID',
      'The AppID is wrong: copy it from “开发管理 › 开发设置” into WECHAT_APPID',
    );
  if (code === '40001' || code === '40125')
    return todo(
      'AppSecret 不对：在“开发管理 › 开发设置”重置后填入 WECHAT_SECRET',
      'The AppSecret is wrong: reset it in “开发管理 › 开发设置” and put it into WECHAT_SECRET',
    );
  if (code === '40243')
    return todo('AppSecret 已被冻结：在“开发管理 › 开发设置”解冻', 'The AppSecret is frozen: release it in “开发管理 › 开发设置”');
  if (kind === 'network' || kind === 'http')
    return unknown(`连不上微信（${code}）：检查服务器的网络`, `WeChat cannot be reached (${code}): check the server’s network`);
  return unknown(`微信返回 ${code}，请稍后再查`, `WeChat said ${code}: look again later`);
}

/** Whether WeChat takes calls from this server's address. */
export function addressFinding(error: WechatError | null): Finding {
  if (error?.code === '40164' || error?.code === '61004') {
    const ip = /\d{1,3}(?:\.\d{1,3}){3}/.exec(error.message)?.[0] ?? '';
    return todo(
      `把服务器 IP ${ip} 加进“开发管理 › 开发设置 › IP 白名单”`,
      `Add the server’s address ${ip} to “开发管理 › 开发设置 › IP 白名单”`,
    );
  }
  if (error?.code === '89503')
    return todo(
      '请小程序管理员在自己的微信里打开“公众平台安全助手”，确认这个 IP',
      'Let the administrator of the mini program confirm this address in their own WeChat (公众平台安全助手)',
    );
  if (error && (error.kind === 'network' || error.kind === 'http'))
    return unknown('连不上微信，无法判断', 'WeChat cannot be reached, so nobody knows');
  return fine('微信接受这台服务器的调用', 'WeChat takes calls from this server');
}

/** What the answer to a query for a payment that never was says about the merchant. */
export function merchantFinding(error: WechatError | null): Finding {
  const { code = '', kind, status } = error ?? {};
  // Signed rightly, WeChat says that there is no such order; its answer was verified before.
  if (!error || code === 'ORDER_NOT_EXIST' || code === 'ORDERNOTEXIST' || code === 'RESOURCE_NOT_EXISTS')
    return fine(
      '商户号、API 证书和微信支付公钥配套，签名双向通过',
      'Merchant number, certificate and public key fit: signatures hold both ways',
    );
  if (code === 'SIGN_ERROR' || status === 401)
    return todo(
      '签名不通过：WECHAT_MERCHANT_KEY_FILE 与 WECHAT_SERIAL 要是同一张 API 证书（pay.weixin.qq.com › 账户中心 › API 安全）',
      'The signature is refused: WECHAT_MERCHANT_KEY_FILE and WECHAT_SERIAL must be of the same API certificate (pay.weixin.qq.com › 账户中心 › API 安全)',
    );
  if (code === 'BAD_SIGNATURE' || code === 'UNKNOWN_SERIAL')
    return todo(
      '微信的回答验签不过：检查 WECHAT_PLATFORM_PUBLIC_KEY_FILE 和 WECHAT_PLATFORM_PUBLIC_KEY_ID',
      'WeChat’s answer does not verify: check WECHAT_PLATFORM_PUBLIC_KEY_FILE and WECHAT_PLATFORM_PUBLIC_KEY_ID',
    );
  if (code === 'APPID_MCHID_NOT_MATCH' || code === 'MCH_NOT_EXISTS')
    return todo(
      '商户号没有和这个小程序关联：pay.weixin.qq.com › 产品中心 › AppID 账号管理',
      'The merchant is not linked to this mini program: pay.weixin.qq.com › 产品中心 › AppID 账号管理',
    );
  if (code === 'NO_AUTH')
    return todo(
      '商户号没有开通 JSAPI 支付：pay.weixin.qq.com › 产品中心',
      'JSAPI payment is not open for this merchant: pay.weixin.qq.com › 产品中心',
    );
  if (kind === 'network' || kind === 'http') return unknown(`连不上微信支付（${code}）`, `WeChat Pay cannot be reached (${code})`);
  return unknown(`微信支付返回 ${code}`, `WeChat Pay said ${code}`);
}
