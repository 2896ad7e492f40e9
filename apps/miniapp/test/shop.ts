import {
  AddressView,
  AskView,
  CartView,
  MenuView,
  OrderView,
  OwnCustomerView,
  pageOf,
  PaymentParams,
  PrivacyView,
  QuoteView,
  ScannedCode,
  SessionView,
  StorefrontStore,
} from '@pailou/contracts';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const ids = { store: id(1), tea: id(2), teaLarge: id(3), order: id(4), address: id(5), table: id(6) };
const at = '2026-11-21T02:00:00Z';

const store = StorefrontStore.parse({
  id: ids.store,
  name: { zh: '老街店', en: 'Old Street' },
  address: { zh: '方浜中路 269 号', en: '269 Fangbang Road' },
  phone: '021-60000001',
  latitude: 31.2,
  longitude: 121.4,
  pictureUrl: null,
  open: true,
  openUntil: null,
  opensAt: null,
  distanceMetres: 320,
  pickup: true,
  delivery: true,
  dineIn: true,
  deliveryFeeFen: 600,
  freeDeliveryOverFen: 6000,
  timeZone: 'Asia/Shanghai',
  hours: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
});
const menu = MenuView.parse({
  categories: [
    {
      id: id(10),
      name: { zh: '招牌', en: 'Signatures' },
      products: [
        {
          id: ids.tea,
          handle: 'tea',
          name: { zh: '桂花乌龙', en: 'Osmanthus Oolong' },
          line: { zh: '每日现泡', en: 'Brewed today' },
          description: { zh: '一整朵桂花', en: 'A whole blossom' },
          categoryId: id(10),
          pictures: [],
          soldOut: false,
          modifierGroups: [],
          options: [
            {
              name: { zh: '杯型', en: 'Size' },
              values: [
                { zh: '中杯', en: 'Medium' },
                { zh: '大杯', en: 'Large' },
              ],
            },
          ],
          variants: [
            ['中杯', id(7), 1800],
            ['大杯', ids.teaLarge, 2200],
          ].map(([value, variant, priceFen]) => ({ id: variant, optionValues: [value], priceFen, compareAtFen: null, available: null })),
        },
      ],
    },
  ],
});
const line = {
  variantId: ids.teaLarge,
  productId: ids.tea,
  modifierIds: [],
  quantity: 2,
  name: { zh: '桂花乌龙', en: 'Osmanthus Oolong' },
  choice: '大杯',
  pictureUrl: null,
  unitFen: 2200,
  totalFen: 4400,
  problem: null,
};
const steps = [{ kind: 'items', label: { zh: '商品小计', en: 'Items' }, amountFen: 4400 }];
const order = OrderView.parse({
  id: ids.order,
  number: '2026112100007',
  pickupNumber: 'A007',
  storeId: ids.store,
  storeName: store.name,
  status: 'accepted',
  refundStatus: 'none',
  fulfilment: 'pickup',
  tableLabel: null,
  address: null,
  note: '少冰',
  lines: [
    {
      id: id(20),
      productId: ids.tea,
      variantId: ids.teaLarge,
      modifierIds: [],
      name: line.name,
      choice: line.choice,
      pictureUrl: null,
      unitFen: 2200,
      quantity: 2,
      totalFen: 4400,
      refundedQuantity: 0,
    },
  ],
  steps,
  totalFen: 4400,
  refundedFen: 0,
  refunds: [],
  createdAt: at,
  expiresAt: null,
  paidAt: at,
  history: [],
});
const customer = OwnCustomerView.parse({
  id: id(30),
  nickname: '小满',
  avatarUrl: null,
  phoneNumber: null,
  locale: 'zh',
  privacyVersion: null,
  createdAt: at,
  checks: {
    nickname: { status: 'refused', text: '加微信', pictureUrl: null, label: 10001, reason: null, createdAt: at },
    avatar: { status: 'waiting', text: null, pictureUrl: null, label: null, reason: null, createdAt: at },
  },
});

/** What each route answers; every answer has passed the contract of its route. Signed in unless marked open. */
const routes: Record<string, { open?: true; body: object }> = {
  'GET /storefront/stores': { open: true, body: { items: [store] } },
  [`GET /storefront/stores/${ids.store}/menu`]: { open: true, body: menu },
  'GET /storefront/codes/table7': {
    open: true,
    body: ScannedCode.parse({ kind: 'table', storeId: ids.store, tableId: ids.table, tableLabel: '7', productId: null }),
  },
  'GET /storefront/privacy': {
    open: true,
    body: PrivacyView.parse({
      version: '2026-01',
      title: '隐私保护指引',
      text: '我们只收集下单所需。\n您可以随时注销。',
      filingNumber: '沪ICP备2026000001号-1X',
    }),
  },
  'POST /storefront/sign-in': { open: true, body: SessionView.parse({ token: 'token-1', expiresAt: '2099-01-01T00:00:00Z', customer }) },
  'POST /storefront/quotes': { open: true, body: QuoteView.parse({ lines: [line], steps, totalFen: 4400, hash: 'f'.repeat(64) }) },
  'POST /storefront/me/consents': { body: { ...customer, privacyVersion: '2026-01' } },
  'GET /storefront/me': { body: customer },
  'GET /storefront/me/addresses': {
    body: [
      AddressView.parse({
        id: ids.address,
        name: '陈小满',
        phone: '13800000000',
        region: '上海市黄浦区',
        detail: '方浜中路 1 号',
        isDefault: true,
      }),
    ],
  },
  [`GET /storefront/stores/${ids.store}/cart`]: { body: CartView.parse({ storeId: ids.store, lines: [line], count: 2, totalFen: 4400 }) },
  [`PUT /storefront/stores/${ids.store}/cart`]: { body: CartView.parse({ storeId: ids.store, lines: [line], count: 2, totalFen: 4400 }) },
  'GET /storefront/messages/asks': { body: AskView.parse({ templateIds: ['T1', 'T2'] }) },
  'POST /storefront/messages/answers': { body: {} },
  'GET /storefront/orders': {
    body: pageOf(OrderView).parse({ items: [order, { ...order, id: id(40), status: 'completed' }], nextCursor: null }),
  },
  'POST /storefront/orders': { body: { ...order, status: 'unpaid', paidAt: null, expiresAt: '2099-01-01T00:00:00Z' } },
  [`GET /storefront/orders/${ids.order}`]: { body: order },
  [`POST /storefront/orders/${ids.order}/pay`]: {
    body: PaymentParams.parse({ timeStamp: '1', nonceStr: 'n', package: 'prepay_id=wx1', signType: 'RSA', paySign: 's' }),
  },
  [`POST /storefront/orders/${ids.order}/check-payment`]: { body: { ...order, status: 'paid' } },
};

const read = async (request: IncomingMessage) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? null : (JSON.parse(text) as unknown);
};

export interface Shop {
  url: string;
  /** `METHOD /path` of every call, in order. */
  asked: string[];
  /** What was asked that no route knows. */
  unknown: string[];
  /** The last body sent to a route. */
  bodies: Map<string, unknown>;
  close(): Promise<void>;
}

/** A house of one store and one tea, over real HTTP: what the mini program asks of the API. */
export async function openShop(): Promise<Shop> {
  const [asked, unknown, bodies]: [string[], string[], Map<string, unknown>] = [[], [], new Map()];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://shop');
    const key = `${request.method} ${url.pathname.replace('/api/v1', '')}`;
    const route = routes[key];
    asked.push(key);
    bodies.set(key, await read(request));
    if (!route) unknown.push(key);
    const refused = route && !route.open && request.headers.authorization !== 'Bearer token-1';
    response.writeHead(!route ? 404 : refused ? 401 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        route && !refused ? route.body : { type: 'about:blank', status: 401, title: '请先登录', code: 'common.unauthenticated' },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    unknown,
    bodies,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
