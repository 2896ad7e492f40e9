/** What the demo house's people say often in customer service. */
export const quickReplies = [
  {
    title: '马上看',
    text: { zh: '收到，我马上帮您看，请稍等。', en: 'Got it. Let me look into it, just a moment.' },
  },
  {
    title: '外送时间',
    text: {
      zh: '外送一般 30 分钟左右，高峰期会久一些，送出后您会收到通知。',
      en: 'Delivery usually takes about 30 minutes, a little longer at busy times. You are told when it leaves.',
    },
  },
  {
    title: '退款多久',
    text: {
      zh: '退款已经提交，通常几分钟内原路退回，银行卡最多三个工作日。',
      en: 'The refund is on its way: usually within minutes, to a bank card within three working days.',
    },
  },
];
