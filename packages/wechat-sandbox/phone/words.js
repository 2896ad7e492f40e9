/** All texts of the phone, Chinese first. */
const words = {
  zh: {
    title: '手机', subtitle: '没有微信账号，也能登录、扫码、付款', apiDocs: '接口文档', otherLanguage: 'English',
    people: '谁拿着手机', add: '新顾客', nickname: '昵称，可不填',
    codes: '店里的码', codesHint: '点一下，就是扫一扫。', noCodes: '还没有小程序码。在后台为门店或桌台生成后，会出现在这里。',
    world: '时间与意外', clockNow: '现在', advanced: '已快进', faultLabel: '下一次…', faultNone: '一切正常',
    drop: '支付通知丢失', duplicate: '支付通知重复', probe: '先来一次签名探测', prepayError: '下单时系统异常', lose: '下单成功但应答丢失', abnormal: '退款异常', loginError: '登录时系统繁忙', clearRules: '恢复正常', times: '次',
    phone: '手机', noProgram: '还没有小程序', noProgramHint: '启动沙盒时，用 SHOP_H5_URL 说明小程序 H5 版的地址。', program: '小程序', menu: '更多', restart: '重新进入小程序',
    scanTitle: '扫一扫', scanned: '已扫码', cancel: '取消', ok: '知道了', close: '关闭',
    payWith: '付款方式', balance: '零钱', confirm: '确认付款', payFail: '模拟一次支付失败', payDone: '支付成功', payRefused: '无法支付', unreachable: '沙盒没有回答，请看看它是否还在运行。',
    subscribeTitle: '申请向您发送', subscribeHint: '一次允许，发一条。', subscribeKeep: '总是保持以上选择，不再询问', allow: '允许', reject: '拒绝', openPage: '进入小程序查看',
    messages: '服务通知', noMessages: '付款和退款的凭证会出现在这里。', paid: '微信支付凭证', refunded: '退款到账通知', payee: '收款方', item: '商品', reason: '退款原因', orderNo: '商户单号',
    log: '微信调用', logHint: '商家问微信（→），微信告诉商家（←）。', noLog: '还没有调用。', dropped: '已丢弃', noAnswer: '无应答', probed: '探测',
    tabPeople: '顾客', tabCodes: '码', tabWorld: '时间', tabMessages: '通知', tabLog: '日志', drawer: '顾客、码与通知',
    minutes: ' 分钟', hours: ' 小时', days: ' 天',
  },
  en: {
    title: 'The phone', subtitle: 'Sign in, scan and pay without a WeChat account', apiDocs: 'API docs', otherLanguage: '中文',
    people: 'Who holds the phone', add: 'New', nickname: 'Nickname, optional',
    codes: 'Codes of the shop', codesHint: 'Click one to scan it.', noCodes: 'No mini-program codes yet. Make them for a store or a table in the panel; they will appear here.',
    world: 'Time and trouble', clockNow: 'Now', advanced: 'ahead by', faultLabel: 'Next time…', faultNone: 'All goes well',
    drop: 'Payment notification lost', duplicate: 'Payment notification twice', probe: 'Signature probe first', prepayError: 'System error on order', lose: 'Ordered, but answer lost', abnormal: 'Refund abnormal', loginError: 'Busy on sign-in', clearRules: 'Back to normal', times: '×',
    phone: 'Phone', noProgram: 'No mini program yet', noProgramHint: 'Start the sandbox with SHOP_H5_URL, the address of the h5 mini program.', program: 'Mini program', menu: 'More', restart: 'Restart the mini program',
    scanTitle: 'Scan', scanned: 'Scanned', cancel: 'Cancel', ok: 'OK', close: 'Close',
    payWith: 'Pay with', balance: 'Balance', confirm: 'Pay', payFail: 'Let this payment fail', payDone: 'Paid', payRefused: 'Cannot pay', unreachable: 'The sandbox did not answer. Is it still running?',
    subscribeTitle: 'would like to send you', subscribeHint: 'Each time you allow it, one message.', subscribeKeep: 'Always keep this choice, do not ask again', allow: 'Allow', reject: 'Refuse', openPage: 'Open in the mini program',
    messages: 'Service notifications', noMessages: 'Receipts of payments and refunds appear here.', paid: 'Payment receipt', refunded: 'Refund received', payee: 'Payee', item: 'Item', reason: 'Reason', orderNo: 'Order no.',
    log: 'Calls of WeChat', logHint: 'The shop asks WeChat (→); WeChat tells the shop (←).', noLog: 'No calls yet.', dropped: 'dropped', noAnswer: 'no answer', probed: 'probe',
    tabPeople: 'People', tabCodes: 'Codes', tabWorld: 'Time', tabMessages: 'Messages', tabLog: 'Log', drawer: 'People, codes and messages',
    minutes: ' min', hours: ' h', days: ' d',
  },
};

let language = localStorage.getItem('phone.language') ?? (navigator.language.startsWith('zh') ? 'zh' : navigator.language.startsWith('en') ? 'en' : 'zh');

/** The text of this name in the language in use. */
export const say = (name) => words[language][name];
export const locale = () => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** Goes over to the other language and remembers it. */
export function switchLanguage() {
  language = language === 'zh' ? 'en' : 'zh';
  localStorage.setItem('phone.language', language);
}
