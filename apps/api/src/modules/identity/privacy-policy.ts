import type { Locale, PrivacyView } from '@pailou/contracts';

/** The version that consents name. Change it with the text: customers are then asked again. */
export const privacyVersion = '2026-11-25';

/**
 * What the house does with personal data, and nothing more: keep it equal to what the modules really store,
 * and to the declaration in WeChat's console (用户隐私保护指引).
 */
const texts: Record<Locale, { title: string; text: string }> = {
  zh: {
    title: '隐私保护指引',
    text: [
      '我们只收集为您服务所必需的信息：',
      '1. 微信登录标识（openid、unionid）：用于识别您的账户。',
      '2. 手机号、昵称、头像：仅在您主动提供时收集，用于联系您和显示称呼。',
      '3. 收货地址：仅在您填写后用于配送。',
      '4. 位置：仅在您同意后用于按距离排列门店，我们不保存。',
      '5. 订单与支付记录：用于履行订单，并按法律要求保存交易记录。',
      '新的昵称和头像在别人看到之前，会交给微信做内容安全检查。',
      '这些信息保存在商家自己的服务器上，只向微信支付提供完成支付、向微信提供内容安全检查所必需的内容，不作他用。',
      '您可以随时在“我的”页面查看、更正、导出或删除您的信息。删除后，账户与微信的关联、手机号、昵称、头像和地址都会移除；依法须保存的交易记录将不再与您关联。',
    ].join('\n'),
  },
  en: {
    title: 'Privacy policy',
    text: [
      'We collect only what is needed to serve you:',
      '1. WeChat sign-in identifiers (openid, unionid): to know your account.',
      '2. Phone number, nickname and avatar: only when you give them, to reach you and to address you.',
      '3. Delivery addresses: only those you enter, to deliver to you.',
      '4. Location: only with your consent, to list stores by distance; we do not keep it.',
      '5. Orders and payments: to fulfil your orders, and kept as trade records where the law asks for it.',
      'A new nickname or avatar is checked by WeChat’s content security before others see it.',
      'They are kept on the business’s own server. WeChat receives only what a payment and the content check need, nobody else receives anything.',
      'On the page “Me” you may see, correct, export or delete your information at any time. Deletion removes the link to WeChat, phone number, nickname, avatar and addresses; trade records that the law asks us to keep no longer point to you.',
    ].join('\n'),
  },
};

/** The privacy policy in the language of the reader; the number of the filing belongs below it. */
export function privacyPolicy(locale: Locale, filingNumber: string): PrivacyView {
  return { version: privacyVersion, ...texts[locale], filingNumber: filingNumber || null };
}
