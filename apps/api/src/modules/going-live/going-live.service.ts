import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CheckView } from '@pailou/contracts';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Wechat, type WechatError } from '../../platform/wechat/wechat.js';
import { WechatAlarms } from '../../platform/wechat/wechat-alarms.js';
import { MessageKinds } from '../messaging/index.js';
import { alarmFinding } from './alarm-finding.js';
import { type Check, type Finding, fine, todo, unknown } from './check.js';
import { privateUse } from './private-apis.js';
import { domainFinding, publicFinding } from './public-address.js';
import { addressFinding, credentialFinding, merchantFinding } from './wechat-findings.js';

/** What must be right before customers come. */
@Injectable()
export class GoingLive {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly wechat: Wechat,
    private readonly alarms: WechatAlarms,
    private readonly kinds: MessageKinds,
  ) {}

  /** Looks at everything now; each line is fine, or says what to do and where. */
  async check(): Promise<CheckView[]> {
    const credentials = await this.credentials();
    const checks: Check[] = [
      {
        id: 'credentials',
        title: { zh: '小程序凭据：AppID 与 AppSecret', en: 'Credentials: AppID and AppSecret' },
        look: () =>
          credentials === 'unset'
            ? todo(
                '填写 WECHAT_APPID 和 WECHAT_SECRET（微信公众平台 › 开发管理 › 开发设置）',
                'Set WECHAT_APPID and WECHAT_SECRET (mp.weixin.qq.com › 开发管理 › 开发设置)',
              )
            : credentialFinding(credentials),
      },
      {
        id: 'ip-list',
        title: { zh: 'IP 白名单', en: 'IP list' },
        look: () => (credentials === 'unset' ? unknown('先填凭据', 'Set the credentials first') : addressFinding(credentials)),
      },
      {
        id: 'alarms',
        title: { zh: '微信报错', en: 'Errors of WeChat' },
        look: async () => alarmFinding(await this.alarms.recent()),
      },
      { id: 'merchant', title: { zh: '商户号、证书与公钥', en: 'Merchant, certificate and public key' }, look: () => this.merchant() },
      { id: 'api-v3-key', title: { zh: 'API v3 密钥', en: 'API v3 key' }, look: () => this.apiV3Key() },
      { id: 'public-url', title: { zh: '服务器地址', en: 'Address of the server' }, look: () => publicFinding(this.config.publicUrl) },
      { id: 'notify-url', title: { zh: '支付通知地址', en: 'Address of payment notices' }, look: () => this.notifyUrl() },
      { id: 'push', title: { zh: '消息推送', en: 'Message push' }, look: () => this.push() },
      { id: 'domains', title: { zh: '服务器域名', en: 'Legal domains' }, look: () => domainFinding(this.config.publicUrl) },
      { id: 'templates', title: { zh: '订阅消息模板', en: 'Message templates' }, look: () => this.templates() },
      { id: 'privacy', title: { zh: '隐私保护指引', en: 'Privacy declaration' }, look: () => this.privacy() },
      { id: 'trade', title: { zh: '交易管理与发货', en: 'Trade management' }, look: () => this.trade() },
      {
        id: 'filing',
        title: { zh: '小程序备案', en: 'Filing' },
        look: () =>
          this.config.filingNumber
            ? fine(
                `已填备案号 ${this.config.filingNumber}，显示在隐私页底部`,
                `The filing number ${this.config.filingNumber} is set, and shown at the foot of the privacy page`,
              )
            : todo(
                '在“设置 › 基本设置 › 小程序备案”完成备案，把备案号填入 FILING_NUMBER',
                'File the mini program in “设置 › 基本设置 › 小程序备案”, and put the number into FILING_NUMBER',
              ),
      },
    ];
    return Promise.all(checks.map(async ({ id, title, look }) => ({ id, title, ...(await look()) })));
  }

  /** How WeChat took a call that needs a token; null when it was well, `unset` without credentials. */
  private async credentials(): Promise<WechatError | null | 'unset'> {
    if (!this.config.wechat.appid || !this.config.wechat.secret) return 'unset';
    const answer = await this.wechat.miniProgram.messages.categories();
    return answer.ok ? null : answer.error;
  }

  private async merchant(): Promise<Finding> {
    if (!this.wechat.payConfigured)
      return todo(
        '填写 WECHAT_MCHID 等商户参数（pay.weixin.qq.com › 账户中心 › API 安全）',
        'Set WECHAT_MCHID and the merchant’s keys (pay.weixin.qq.com › 账户中心 › API 安全)',
      );
    const answer = await this.wechat.pay.query(`doctor${randomBytes(8).toString('hex')}`);
    return merchantFinding(answer.ok ? null : answer.error);
  }

  /** Only a notification that opened proves it. */
  private async apiV3Key(): Promise<Finding> {
    if (!this.config.wechat.apiV3Key)
      return todo(
        '在“账户中心 › API 安全”设置 APIv3 密钥（32 位），填入 WECHAT_API_V3_KEY',
        'Set the APIv3 key (32 characters) in “账户中心 › API 安全”, and put it into WECHAT_API_V3_KEY',
      );
    return (await this.some('select 1 from payments_notifications limit 1'))
      ? fine('已用它打开过微信的通知', 'It has opened a notice of WeChat’s')
      : unknown('长度正确；收到第一条支付通知时才能确认', 'Its length is right; the first payment notice will tell');
  }

  private async notifyUrl(): Promise<Finding> {
    if (await this.some(`select 1 from payments_notifications where received_at > now() - interval '30 days' limit 1`))
      return fine('微信的支付通知能送到', 'WeChat’s payment notices arrive');
    const reached = await fetch(`${this.config.publicUrl}/health`, { signal: AbortSignal.timeout(5000), redirect: 'error' }).then(
      (answer) => answer.ok,
      () => false,
    );
    const url = this.wechat.notifyUrl('pay');
    return reached
      ? unknown(`${url} 从服务器自己能打开；微信第一次通知后确认`, `${url} opens from the server itself; WeChat’s first notice will tell`)
      : todo(
          `${this.config.publicUrl} 打不开：检查域名解析、反向代理和防火墙`,
          `${this.config.publicUrl} does not open: check the domain, the proxy and the firewall`,
        );
  }

  private async push(): Promise<Finding> {
    const where = `${this.config.publicUrl}/api/v1/wechat/push`;
    if (!this.config.wechat.pushToken)
      return todo(
        `在“开发管理 › 消息推送”启用，URL 填 ${where}，安全模式，Token 和 EncodingAESKey 填入 WECHAT_PUSH_TOKEN、WECHAT_PUSH_AES_KEY`,
        `Turn it on in “开发管理 › 消息推送” with the URL ${where} in 安全模式; put Token and EncodingAESKey into WECHAT_PUSH_TOKEN and WECHAT_PUSH_AES_KEY`,
      );
    if (!this.config.wechat.pushAesKey)
      return todo(
        '消息推送是明文：改成安全模式，填写 WECHAT_PUSH_AES_KEY',
        'Messages are pushed in the clear: choose 安全模式 and set WECHAT_PUSH_AES_KEY',
      );
    return (await this.some('select 1 from wechat_pushes limit 1'))
      ? fine('收到过微信的推送', 'WeChat’s messages arrive')
      : unknown(`还没有收到过推送；URL 应为 ${where}`, `No message came yet; the URL must be ${where}`);
  }

  private async templates(): Promise<Finding> {
    const mapped = new Set(
      (await this.database.query<{ kind: string }>('going_live.kinds', 'select kind from messaging_templates')).map(({ kind }) => kind),
    );
    const left = this.kinds.all().filter(({ kind }) => !mapped.has(kind));
    if (left.length === 0) return fine('每种消息都有模板', 'Each kind of message has its template');
    return todo(
      `在“订阅消息”添加模板，再到面板“消息模板”选：${left.map(({ title }) => title.zh).join('、')}`,
      `Add templates in “订阅消息”, then choose them on the page “Message templates”: ${left.map(({ title }) => title.en).join(', ')}`,
    );
  }

  private privacy(): Finding {
    const use = privateUse(this.config.miniappBuild);
    if (!use) return unknown('这里没有小程序的构建产物，无法读出它用到的隐私接口', 'There is no build of the mini program here to read');
    if (use.missing.length > 0)
      return todo(
        `在 apps/miniapp/src/manifest.json 的 requiredPrivateInfos 加上 ${use.missing.join('、')}，重新构建，并在“开发管理 › 接口设置”开通`,
        `Add ${use.missing.join(', ')} to requiredPrivateInfos in apps/miniapp/src/manifest.json, build again, and open it in “开发管理 › 接口设置”`,
      );
    const toOpen = use.listed.length > 0;
    return unknown(
      `在“设置 › 服务内容声明 › 用户隐私保护指引”声明：${use.declare.map(({ zh }) => zh).join('、')}${toOpen ? `；并在“开发管理 › 接口设置”开通 ${use.listed.join('、')}` : ''}`,
      `Declare in “设置 › 服务内容声明 › 用户隐私保护指引”: ${use.declare.map(({ zh, en }) => `${zh} (${en})`).join(', ')}${toOpen ? `; and open ${use.listed.join(', ')} in “开发管理 › 接口设置”` : ''}`,
    );
  }

  private async trade(): Promise<Finding> {
    if (!this.config.wechat.appid || !this.config.wechat.secret) return unknown('先填凭据', 'Set the credentials first');
    const managed = await this.wechat.miniProgram.shipping.isManaged();
    if (!managed.ok && (managed.error.code === '48001' || managed.error.code === '61003'))
      return todo(
        '账号没有开通交易管理：在“交易管理”开通发货信息管理',
        'Trade management is not open for the account: open shipping management in “交易管理”',
      );
    if (!managed.ok) return unknown(`微信返回 ${managed.error.code}，请稍后再查`, `WeChat said ${managed.error.code}: look again later`);
    if (!managed.value)
      return fine('账号不在发货管理范围内，资金不冻结', 'The account is not under shipping management: money is not held');
    const confirmed = await this.wechat.miniProgram.shipping.isConfirmed();
    if (confirmed.ok && !confirmed.value)
      return todo(
        '在“交易管理 › 结算管理”确认结算规则，否则资金无法结算',
        'Confirm the settlement rules in “交易管理 › 结算管理”, or no money is settled',
      );
    return fine('已开通交易管理：每单都要上报发货', 'Trade management is on: each order’s shipping is reported');
  }

  private async some(sql: string): Promise<boolean> {
    return (await this.database.pool.query(sql)).rows.length > 0;
  }
}
