/** A keyword of a public template: `rule` names the kind of value (§5.2). */
export interface LibraryKeyword {
  kid: number;
  name: string;
  example: string;
  rule: string;
}

/** A template of the public library (公共模板库). */
export interface LibraryTemplate {
  tid: number;
  title: string;
  /** 2 one-time, 3 long-term. */
  type: 2 | 3;
  categoryId: number;
  keywords: LibraryKeyword[];
  /** Allowed values of the `enum` keywords, by kid. */
  enums?: Record<number, string[]>;
}

/** The categories of the account. */
export const categories = [
  { id: 307, name: '餐饮服务场所/餐馆' },
  { id: 292, name: '商家自营/食品饮料' },
  { id: 616, name: '公共服务/便民服务' },
];

const words = (...list: [name: string, rule: string, example: string][]): LibraryKeyword[] =>
  list.map(([name, rule, example], index) => ({ kid: index + 1, name, rule, example }));

/** A small library: what a shop tells its customers, and a keyword of every kind. */
export const library: LibraryTemplate[] = [
  {
    tid: 1001,
    title: '订单支付成功通知',
    type: 2,
    categoryId: 307,
    keywords: words(
      ['订单编号', 'character_string', 'P20261121-0001'],
      ['商品名称', 'thing', '桂花乌龙等 2 件'],
      ['支付金额', 'amount', '￥36.00'],
      ['支付时间', 'time', '2026年11月21日 15:01'],
      ['备注', 'thing', '请留意取餐通知'],
    ),
  },
  {
    tid: 1002,
    title: '取餐提醒',
    type: 2,
    categoryId: 307,
    keywords: words(
      ['取餐码', 'character_string', 'A012'],
      ['门店名称', 'thing', '牌楼一店'],
      ['商品名称', 'thing', '桂花乌龙'],
      ['温馨提示', 'thing', '请到柜台取餐'],
      ['门店电话', 'phone_number', '021-66888866'],
      ['取餐号', 'number', '12'],
    ),
  },
  {
    tid: 1003,
    title: '订单状态通知',
    type: 2,
    categoryId: 307,
    keywords: words(
      ['订单编号', 'character_string', 'P20261121-0001'],
      ['订单状态', 'phrase', '已接单'],
      ['更新时间', 'time', '15:01'],
      ['备注', 'thing', '正在制作'],
      ['联系人', 'name', '林晓雨'],
      ['状态说明', 'enum', '制作中'],
    ),
    enums: { 6: ['待制作', '制作中', '已完成'] },
  },
  {
    tid: 1004,
    title: '退款通知',
    type: 2,
    categoryId: 307,
    keywords: words(
      ['退款金额', 'amount', '18元'],
      ['退款原因', 'thing', '商品售罄'],
      ['退款时间', 'date', '2026年11月21日'],
      ['订单编号', 'character_string', 'P20261121-0001'],
      ['退款状态', 'phrase', '已退款'],
    ),
  },
  {
    tid: 1005,
    title: '订单发货通知',
    type: 2,
    categoryId: 292,
    keywords: words(
      ['快递单号', 'character_string', 'SF1234567890'],
      ['快递公司', 'thing', '顺丰速运'],
      ['发货时间', 'time', '2026年11月21日 15:01'],
      ['商品名称', 'thing', '武夷岩茶 250g'],
      ['收货人', 'name', '陈默'],
      ['商品数量', 'number', '2'],
    ),
  },
  {
    tid: 1006,
    title: '预约提醒',
    type: 2,
    categoryId: 307,
    keywords: words(
      ['预约时间', 'date', '2026年11月21日 15:01'],
      ['预约门店', 'thing', '牌楼一店'],
      ['预约人', 'name', '周南'],
      ['车牌号', 'car_number', '粤A8Z888'],
      ['桌号', 'letter', 'AB'],
      ['评分', 'symbol', '★★★'],
    ),
  },
  {
    tid: 1007,
    title: '优惠券到期提醒',
    type: 2,
    categoryId: 307,
    keywords: words(
      ['优惠券名称', 'thing', '满 30 减 5'],
      ['到期时间', 'date', '2026年11月30日'],
      ['优惠金额', 'amount', '￥5'],
      ['温馨提示', 'thing', '请在有效期内使用'],
    ),
  },
  {
    tid: 1008,
    title: '积分变动通知',
    type: 2,
    categoryId: 307,
    keywords: words(
      ['变动积分', 'number', '18'],
      ['积分余额', 'number', '236'],
      ['变动原因', 'thing', '消费获得'],
      ['变动时间', 'time', '15:01'],
    ),
  },
  {
    tid: 3001,
    title: '办事进度通知',
    type: 3,
    categoryId: 616,
    keywords: words(['事项名称', 'thing', '食品经营许可'], ['办理进度', 'phrase', '已受理'], ['办理时间', 'time', '15:01']),
  },
];
