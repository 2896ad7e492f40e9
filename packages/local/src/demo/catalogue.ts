import type { Drawing } from './pictures.js';

type Text = { zh: string; en: string };
const text = (zh: string, en: string): Text => ({ zh, en });

export interface DemoProduct {
  name: Text;
  line: Text;
  category: number;
  /** Price in fen of the only variant, or of the medium one; large adds 400. */
  priceFen: number;
  kind: 'drink' | 'plain';
  drawing: Drawing;
  /** Pieces on hand; absent: not counted. */
  stock?: number;
}

export const categories: Text[] = [
  text('招牌奶茶', 'Signature milk tea'),
  text('鲜果茶', 'Fruit tea'),
  text('咖啡', 'Coffee'),
  text('原叶茶', 'Whole-leaf tea'),
  text('烘焙', 'From the oven'),
  text('茶叶与礼', 'Tea to take home'),
];

const peach = '#F8E4D6';
const mint = '#DDECDD';
const sand = '#F1E4CC';
const rose = '#F6DADA';
const sky = '#DCE8EF';

const drink = (
  category: number,
  zh: string,
  en: string,
  lineZh: string,
  lineEn: string,
  priceFen: number,
  drawing: Drawing,
): DemoProduct => ({
  name: text(zh, en),
  line: text(lineZh, lineEn),
  category,
  priceFen,
  kind: 'drink',
  drawing,
});
const plain = (
  category: number,
  zh: string,
  en: string,
  lineZh: string,
  lineEn: string,
  priceFen: number,
  stock: number,
  drawing: Drawing,
): DemoProduct => ({
  name: text(zh, en),
  line: text(lineZh, lineEn),
  category,
  priceFen,
  kind: 'plain',
  drawing,
  stock,
});

export const products: DemoProduct[] = [
  drink(0, '牌楼珍珠奶茶', 'Archway pearl milk tea', '锡兰红茶，现熬珍珠', 'Ceylon tea, pearls cooked today', 1600, {
    shape: 'glass',
    main: '#C99B6B',
    top: '#F3E2CB',
    bits: '#3B241A',
    background: peach,
  }),
  drink(0, '焦糖布丁奶茶', 'Caramel pudding milk tea', '布丁滑，焦糖香', 'Silky pudding, warm caramel', 1800, {
    shape: 'glass',
    main: '#D8A867',
    top: '#FBE9C6',
    bits: '#F2C94C',
    background: sand,
  }),
  drink(0, '桂花乌龙奶茶', 'Osmanthus oolong milk tea', '秋天的桂花', 'Osmanthus picked in autumn', 1800, {
    shape: 'glass',
    main: '#CFA36B',
    top: '#F8EED9',
    bits: '#E0A94B',
    background: sand,
  }),
  drink(0, '茉莉奶绿', 'Jasmine green milk tea', '七窨茉莉', 'Seven times scented with jasmine', 1600, {
    shape: 'glass',
    main: '#CFD8A8',
    top: '#F5F4E3',
    background: mint,
  }),
  drink(0, '芋泥波波', 'Taro bobo', '荔浦芋头，手捣', 'Hand-mashed Lipu taro', 2000, {
    shape: 'glass',
    main: '#C3A6CC',
    top: '#EFE3F0',
    bits: '#5A3C66',
    background: rose,
  }),
  drink(0, '黑糖鲜奶', 'Brown sugar fresh milk', '没有茶，也好喝', 'No tea, all comfort', 1900, {
    shape: 'glass',
    main: '#F5EBDD',
    top: '#8A5A34',
    bits: '#3B241A',
    background: peach,
  }),
  drink(1, '满杯西柚', 'Full grapefruit', '一整颗红西柚', 'One whole ruby grapefruit', 2200, {
    shape: 'glass',
    main: '#F08A6C',
    top: '#F9C3AE',
    bits: '#E2574C',
    background: rose,
  }),
  drink(1, '多肉葡萄', 'Plump grapes', '剥皮巨峰', 'Peeled Kyoho grapes', 2400, {
    shape: 'glass',
    main: '#8E6BB0',
    top: '#E4D6F0',
    bits: '#5B3A82',
    background: sky,
  }),
  drink(1, '柠檬茉莉', 'Lemon jasmine', '香水柠檬捶三十下', 'Perfume lemon, pounded thirty times', 1500, {
    shape: 'glass',
    main: '#F1E08A',
    top: '#FBF6D2',
    bits: '#9BBF5A',
    background: mint,
  }),
  drink(1, '杨枝甘露', 'Mango pomelo sago', '台农芒，红柚粒', 'Mango, pomelo, sago', 2600, {
    shape: 'glass',
    main: '#F7B84B',
    top: '#FFE7B0',
    bits: '#F08A6C',
    background: sand,
  }),
  drink(1, '桃桃乌龙', 'Peach oolong', '水蜜桃泥', 'Honey-peach purée', 2100, {
    shape: 'glass',
    main: '#F4AF9B',
    top: '#FCDDD2',
    background: peach,
  }),
  drink(2, '美式', 'Americano', '云南保山，中深烘', 'Baoshan, Yunnan, medium dark', 1500, {
    shape: 'takeaway',
    main: '#8A5A34',
    top: '#3B241A',
    background: sand,
  }),
  drink(2, '拿铁', 'Latte', '双份浓缩，鲜牛乳', 'Double shot, fresh milk', 1900, {
    shape: 'mug',
    main: '#B98356',
    top: '#F7E9D7',
    background: peach,
  }),
  drink(2, '燕麦拿铁', 'Oat latte', '燕麦奶，不加糖也甜', 'Sweet without sugar', 2200, {
    shape: 'mug',
    main: '#C49A6C',
    top: '#F5E6CF',
    bits: '#B7791F',
    background: sand,
  }),
  drink(2, '桂花拿铁', 'Osmanthus latte', '桂花蜜与浓缩', 'Osmanthus honey and espresso', 2200, {
    shape: 'mug',
    main: '#C08F58',
    top: '#F6D98F',
    bits: '#E0A94B',
    background: mint,
  }),
  drink(2, '卡布奇诺', 'Cappuccino', '奶泡厚', 'Thick foam', 1900, { shape: 'mug', main: '#A9734A', top: '#FFFFFF', background: sky }),
  drink(2, '摩卡', 'Mocha', '可可与咖啡', 'Cocoa and coffee', 2300, {
    shape: 'takeaway',
    main: '#5B3A29',
    top: '#C73E2B',
    background: rose,
  }),
  drink(3, '西湖龙井', 'West Lake Longjing', '明前，玻璃杯泡', 'Before Qingming, in a glass', 2800, {
    shape: 'pot',
    main: '#7FA06A',
    top: '#5E7F4C',
    bits: '#DDECDD',
    background: mint,
  }),
  drink(3, '正山小种', 'Lapsang Souchong', '松烟香', 'Pine smoke', 2600, {
    shape: 'pot',
    main: '#A5512F',
    top: '#7C3A20',
    bits: '#F1C9A5',
    background: peach,
  }),
  drink(3, '冻顶乌龙', 'Dong Ding oolong', '半球，炭焙', 'Rolled, charcoal roasted', 2800, {
    shape: 'pot',
    main: '#B98A3E',
    top: '#8B6526',
    bits: '#F6E3B8',
    background: sand,
  }),
  drink(3, '陈皮普洱', 'Tangerine pu-erh', '新会陈皮十年', 'Ten-year tangerine peel', 3200, {
    shape: 'pot',
    main: '#5B3A29',
    top: '#3B241A',
    bits: '#E08A3C',
    background: sky,
  }),
  plain(4, '海盐可颂', 'Sea-salt croissant', '二十七层', 'Twenty-seven layers', 1400, 40, {
    shape: 'roll',
    main: '#D9984A',
    top: '#B87430',
    bits: '#FFFFFF',
    background: sand,
  }),
  plain(4, '红豆吐司卷', 'Red bean roll', '当天现烤', 'Baked this morning', 1200, 30, {
    shape: 'roll',
    main: '#E3B477',
    top: '#A5512F',
    bits: '#7C2A2A',
    background: peach,
  }),
  plain(4, '抹茶巴斯克', 'Matcha Basque cake', '宇治抹茶', 'Uji matcha', 2600, 18, {
    shape: 'cake',
    main: '#9DB56B',
    top: '#6E8B3D',
    bits: '#C73E2B',
    background: mint,
  }),
  plain(4, '草莓奶油蛋糕', 'Strawberry cream cake', '丹东草莓', 'Dandong strawberries', 2900, 12, {
    shape: 'cake',
    main: '#F4D9B0',
    top: '#FFFFFF',
    bits: '#D93A3A',
    background: rose,
  }),
  plain(4, '巧克力曲奇', 'Chocolate cookie', '外脆里软', 'Crisp edge, soft heart', 900, 60, {
    shape: 'cookie',
    main: '#C98F55',
    top: '#A86E38',
    bits: '#4A2C1C',
    background: sand,
  }),
  plain(4, '蔓越莓司康', 'Cranberry scone', '配奶油更好', 'Better with cream', 1300, 24, {
    shape: 'cookie',
    main: '#E8C48A',
    top: '#C99B56',
    bits: '#B3261E',
    background: sky,
  }),
  plain(5, '龙井茶罐 50 克', 'Longjing tin, 50 g', '铁罐，送人', 'In a tin, ready to give', 8800, 35, {
    shape: 'tin',
    main: '#5E7F4C',
    top: '#3E5A30',
    bits: '#5E7F4C',
    background: mint,
  }),
  plain(5, '小种红茶罐 80 克', 'Souchong tin, 80 g', '铁罐，自饮', 'In a tin, for oneself', 7800, 35, {
    shape: 'tin',
    main: '#A5512F',
    top: '#7C3A20',
    bits: '#A5512F',
    background: peach,
  }),
  plain(5, '牌楼拼配咖啡豆 250 克', 'Archway blend beans, 250 g', '当周烘焙', 'Roasted this week', 6800, 50, {
    shape: 'tin',
    main: '#3A2A20',
    top: '#B98A3E',
    bits: '#5B3A29',
    background: sand,
  }),
];

const sweetness = {
  name: text('甜度', 'Sweetness'),
  min: 1,
  max: 1,
  modifiers: [
    { name: text('标准糖', 'Regular'), priceFen: 0 },
    { name: text('七分糖', 'Less'), priceFen: 0 },
    { name: text('三分糖', 'Little'), priceFen: 0 },
    { name: text('不另加糖', 'None added'), priceFen: 0 },
  ],
};
const toppings = {
  name: text('加料', 'Toppings'),
  min: 0,
  max: 3,
  modifiers: [
    { name: text('珍珠', 'Pearls'), priceFen: 200 },
    { name: text('椰果', 'Coconut jelly'), priceFen: 200 },
    { name: text('奶盖', 'Milk cap'), priceFen: 400 },
    { name: text('布丁', 'Pudding'), priceFen: 300 },
  ],
};
const beans = {
  name: text('咖啡', 'Coffee'),
  min: 0,
  max: 2,
  modifiers: [
    { name: text('加一份浓缩', 'Extra shot'), priceFen: 400 },
    { name: text('换燕麦奶', 'Oat milk'), priceFen: 300 },
  ],
};

/** The body of `POST /admin/products` for one demo product. */
export function productBody(product: DemoProduct, categoryId: string, pictureUrl: string, position: number) {
  const isDrink = product.kind === 'drink';
  const isMilkOrFruit = product.category <= 1;
  return {
    name: product.name,
    line: product.line,
    categoryId,
    position,
    pictures: [{ url: pictureUrl, alt: product.name.zh }],
    options: isDrink ? [{ name: text('杯型', 'Size'), values: [text('中杯', 'Medium'), text('大杯', 'Large')] }] : [],
    variants: isDrink
      ? [
          { optionValues: ['中杯'], priceFen: product.priceFen },
          { optionValues: ['大杯'], priceFen: product.priceFen + 400 },
        ]
      : [{ optionValues: [], priceFen: product.priceFen, stock: product.stock ?? null }],
    modifierGroups: isMilkOrFruit ? [sweetness, toppings] : product.category === 2 ? [beans] : [],
  };
}

const everyDay = (...intervals: { from: string; to: string }[]) => Array.from({ length: 7 }, () => intervals);

export const stores = [
  {
    name: text('牌楼茶咖 · 老街店', 'Pailou Tea & Coffee · Old Street'),
    address: text('上海市黄浦区方浜中路 269 号', '269 Fangbang Middle Road, Huangpu, Shanghai'),
    phone: '021-60000001',
    latitude: 31.2273,
    longitude: 121.4921,
    timeZone: 'Asia/Shanghai',
    hours: everyDay({ from: '00:00', to: '24:00' }),
    pickup: true,
    delivery: true,
    dineIn: true,
    deliveryFeeFen: 600,
    freeDeliveryOverFen: 6000,
    front: { wall: '#E9D8BF', sky: '#F6C9A8' },
    tables: ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'],
    /** Products with a code at their shelf. */
    shelves: ['龙井茶罐 50 克', '牌楼拼配咖啡豆 250 克'],
  },
  {
    name: text('牌楼茶咖 · 滨江店', 'Pailou Tea & Coffee · Riverside'),
    address: text('上海市浦东新区滨江大道 2967 号', '2967 Riverside Avenue, Pudong, Shanghai'),
    phone: '021-60000002',
    latitude: 31.2417,
    longitude: 121.5001,
    timeZone: 'Asia/Shanghai',
    hours: everyDay({ from: '08:00', to: '12:00' }, { from: '13:00', to: '22:00' }),
    pickup: true,
    delivery: false,
    dineIn: true,
    deliveryFeeFen: 0,
    freeDeliveryOverFen: null,
    front: { wall: '#DDE3DA', sky: '#BFD8E6' },
    tables: ['1', '2', '3', '4'],
    shelves: ['小种红茶罐 80 克'],
  },
];
