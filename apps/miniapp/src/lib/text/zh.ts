/** Every sentence of the mini program. A message with parameters is a function. */
export const zh = {
  app: '牌楼',
  tabs: { home: '首页', menu: '点单', orders: '订单', me: '我的' },
  common: {
    cancel: '取消', confirm: '确定', save: '保存', remove: '删除', edit: '修改', retry: '再试一次', close: '关闭', more: '加载更多', all: '没有更多了',
    loading: '正在加载', saved: '已保存', copied: '链接已复制', back: '返回', language: '语言',
  },
  state: {
    offline: '网络好像断了', offlineHint: '请检查网络，我们会保留您已选的商品。', failed: '没能打开', failedHint: '请稍后再试。',
    since: (time: string) => `离线，显示的是 ${time} 的内容`,
    refused: '没有成功，请再试一次',
  },
  fulfilment: { pickup: '自取', delivery: '外送', dine_in: '堂食' },
  home: {
    openUntil: (time: string) => `营业至 ${time}`, opensAt: (time: string) => `休息中，${time} 开门`, closed: '休息中', metres: (m: number) => `距您 ${m} m`, kilometres: (km: string) => `距您 ${km} km`,
    change: '换门店', order: '点单', orderHint: { pickup: '现在下单，到店即取', delivery: '送到您手上', dine_in: '扫码点单，送到桌边' },
    scan: '扫桌码', scanHint: '坐下后扫一扫', orders: '我的订单', ordersHint: '看看做到哪一步', address: '门店地址', call: '打电话', hours: '营业时间', today: '今天', dayOff: '休息',
    days: '周一,周二,周三,周四,周五,周六,周日', table: (label: string) => `已选 ${label} 桌`, popular: '大家在点', notACode: '这不是本店的码', noStore: '还没有门店', noStoreHint: '门店开张后会出现在这里。',
    freeOver: (amount: string) => `满 ${amount} 免配送费`, deliveryFee: (amount: string) => `配送费 ${amount}`,
  },
  menu: {
    search: '搜索商品', soldOut: '已售罄', choose: '选规格', from: '起', none: '没有找到', noneHint: (q: string) => `没有名字里带“${q}”的商品，换个词试试。`, empty: '菜单还空着', emptyHint: '店家正在准备，请稍后再来。', left: (n: number) => `仅剩 ${n} 份`,
    clear: '清除', add: (name: string) => `加一份${name}`, less: (name: string) => `减一份${name}`,
  },
  product: {
    add: '加入购物车', share: '分享', soldOut: '已售罄', pick: (name: string) => `请选${name}`, required: (n: number) => `必选 ${n} 项`, range: (min: number, max: number) => `选 ${min} 至 ${max} 项`, upTo: (max: number) => `最多 ${max} 项`, free: '免费',
    gone: '这件商品已下架',
  },
  cart: {
    title: '购物车', clear: '清空', clearAsk: '清空购物车？', empty: '购物车还是空的', checkout: '去结算', count: (n: number) => `${n} 件`, refused: '购物车没有存上，已恢复到之前的样子',
    problem: { sold_out: '已售罄', not_enough: '数量不足', gone: '已下架' }, fix: '有商品暂时买不到，请先调整',
  },
  checkout: {
    title: '确认订单', where: '怎么取', at: '门店', address: '送到哪里', chooseAddress: '选择收货地址', table: '哪张桌', scanTable: '扫桌上的码', note: '备注', notePlaceholder: '口味、餐具等要求，最多 200 字', phone: '联系电话', phonePlaceholder: '方便联系到您（选填）', phoneBad: '电话号码看起来不对',
    items: '商品', price: '金额', total: '合计', pay: (amount: string) => `支付 ${amount}`, placing: '正在下单', free: '提交订单',
    changed: (from: string, to: string) => `价格有变化：${from} 变为 ${to}，请再确认一次`, changedSame: '商品或价格刚刚有变化，请再确认一次', needAddress: '请选择收货地址', needTable: '请扫桌上的码', closed: '门店休息中，暂时不能下单', cancelled: '还没有支付，订单为您保留着', payFailed: '支付没有成功，可以再试一次',
    unsure: '网络断了，不确定是否下单成功。再点一次不会重复下单。', notOffered: '这家门店不提供这种方式',
  },
  result: { title: '下单成功', number: '取餐号', table: '桌号', confirming: '正在确认支付', confirmingHint: '银行的回复通常只要几秒。', next: { pickup: '听到叫号后，凭取餐号到柜台领取', delivery: '做好后会送到您的地址', dine_in: '做好后会送到您的桌边' }, detail: '查看订单', again: '再点一些' },
  orders: {
    empty: '还没有订单', emptyHint: '点一份喜欢的，它会出现在这里。', go: '去点单', needConsent: '同意隐私指引后，可以查看订单', agree: '去看看', items: (n: number) => `共 ${n} 件`, more: (name: string, n: number) => `${name} 等 ${n} 件`,
    status: { unpaid: '待支付', paid: '已支付，等待接单', accepted: '制作中', ready: '可以取了', completed: '已完成', cancelled: '已取消', expired: '超时未支付，已关闭' },
    readyFor: { pickup: '可以取了', delivery: '正在送来', dine_in: '马上上桌' },
    refund: { none: '', pending: '退款处理中', partial: '已部分退款', full: '已全额退款' },
    steps: { paid: '支付', accepted: '接单', ready: '做好', completed: '完成' },
    payLeft: (clock: string) => `请在 ${clock} 内支付`, pay: '去支付', cancel: '取消订单', cancelAsk: '取消这个订单？', cancelHint: { unpaid: '商品会放回货架。', paid: '款项会原路退回。' }, keep: '先留着', cancelled: '订单已取消',
    number: '订单号', time: '下单时间', note: '备注', refunds: '退款', refunded: '已退款', call: '联系门店', again: '再来一单', live: '实时更新', polling: '每隔几秒更新',
    refundState: { pending: '处理中', succeeded: '已退回', failed: '没有成功，请联系门店' },
  },
  stores: { title: '门店', near: '找最近的门店', nearHint: '允许使用位置后，按距离排序', denied: '没有拿到位置，仍可从列表里选', here: '在这里下单', open: '营业中', closed: '休息中' },
  me: {
    guest: '您好', signIn: '登录', profile: '个人资料', phone: '手机号', linkPhone: '绑定手机号', phoneHint: '门店在需要时可以联系到您', phoneRefused: '没有绑定，您可以随时再来', phoneLinked: '手机号已绑定', addresses: '收货地址', privacy: '隐私与数据', orders: '我的订单', stores: '门店', nickname: '昵称', nicknamePlaceholder: '怎么称呼您', avatar: '头像', avatarChange: '更换头像',
    signInFailed: '登录没有成功',
  },
  address: {
    empty: '还没有地址', emptyHint: '添加一个，外送时就不用再填。', add: '新增地址', name: '收货人', namePlaceholder: '姓名', phone: '电话', phonePlaceholder: '手机号', region: '地区', regionPlaceholder: '省、市、区', detail: '详细地址', detailPlaceholder: '街道、楼号、门牌', isDefault: '设为默认', defaultMark: '默认', removeAsk: '删除这个地址？', bad: { name: '请填写收货人', phone: '电话号码看起来不对', region: '请填写地区', detail: '请填写详细地址' },
  },
  privacy: {
    title: '先说清楚', lead: '为了下单和取餐，我们需要记住您是谁、您点了什么。位置和手机号只在您用到时才会询问。', read: '阅读完整的隐私保护指引', agree: '同意并继续', later: '先随便看看', version: (v: string) => `版本 ${v}`, agreed: (v: string) => `您已同意版本 ${v}`, notAgreed: '您还没有同意', exportData: '导出我的数据', exportHint: '得到一份您全部数据的副本', exported: '数据已复制，可以粘贴到任何地方保存', exportSaved: '数据文件已保存', erase: '注销账户', eraseHint: '删除个人资料、地址和登录',
    eraseAsk: '确定注销？', eraseLost: '昵称、头像、手机号和全部收货地址会被删除，订单将不再与您关联。此操作无法撤回。', eraseDone: '账户已注销', eraseConfirm: '注销',
  },
};

export type Messages = typeof zh;
