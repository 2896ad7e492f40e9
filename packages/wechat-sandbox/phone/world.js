/** What WeChat knows, as the sandbox told it last. */
export let world = {
  version: -1,
  shop: { h5Url: '', apiUrl: '', name: '' },
  now: 0,
  advancedMs: 0,
  customers: [],
  codes: [],
  orders: [],
  refunds: [],
  notifications: [],
  serviceMessages: [],
  chat: [],
  typingUntil: {},
  friendMessages: [],
  readUntil: {},
  calls: [],
  faults: [],
};

const hearers = [];
/** Calls back whenever something changed. */
export const onChange = (hear) => hearers.push(hear);

/** Asks what changed; redraws only then, so that nothing flickers or loses the focus. */
export async function refresh() {
  const answer = await fetch(`/sandbox/phone?after=${world.version}`);
  if (answer.status !== 200) return;
  world = await answer.json();
  for (const hear of hearers) hear();
}

/** The sandbox's time. */
export const now = () => Date.now() + world.advancedMs;
export const customerOf = (id) => world.customers.find((customer) => customer.id === id);
export const shopOrigin = () => (world.shop.h5Url ? new URL(world.shop.h5Url).origin : '');
