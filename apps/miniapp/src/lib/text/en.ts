import type { Messages } from './zh';

export const en: Messages = {
  app: 'Pailou',
  tabs: { home: 'Home', menu: 'Menu', orders: 'Orders', me: 'Me' },
  common: {
    cancel: 'Cancel', confirm: 'OK', save: 'Save', remove: 'Delete', edit: 'Edit', retry: 'Try again', close: 'Close', more: 'Load more', all: 'That is all',
    loading: 'Loading', saved: 'Saved', copied: 'Link copied', back: 'Back', language: 'Language',
  },
  state: {
    offline: 'You seem to be offline', offlineHint: 'Check the network. What you chose is kept.', failed: 'This did not open', failedHint: 'Please try again in a moment.',
    since: (time) => `Offline, as of ${time}`,
    refused: 'That did not work, please try again',
  },
  fulfilment: { pickup: 'Pick up', delivery: 'Delivery', dine_in: 'Dine in' },
  home: {
    openUntil: (time) => `Open until ${time}`, opensAt: (time) => `Closed, opens ${time}`, closed: 'Closed', metres: (m) => `${m} m away`, kilometres: (km) => `${km} km away`,
    change: 'Change store', order: 'Order', orderHint: { pickup: 'Order now, ready when you come', delivery: 'Brought to your door', dine_in: 'Brought to your table' },
    scan: 'Scan table', scanHint: 'Once you are seated', orders: 'My orders', ordersHint: 'See how far they are', address: 'Address', call: 'Call', hours: 'Opening hours', today: 'Today', dayOff: 'Closed',
    days: 'Mon,Tue,Wed,Thu,Fri,Sat,Sun', table: (label) => `Table ${label}`, popular: 'People are having', notACode: 'This code is not ours', noStore: 'No store yet', noStoreHint: 'Stores appear here once they open.',
    freeOver: (amount) => `Free delivery over ${amount}`, deliveryFee: (amount) => `Delivery ${amount}`,
  },
  menu: {
    search: 'Search the menu', soldOut: 'Sold out', choose: 'Options', from: ' up', none: 'Nothing found', noneHint: (q) => `Nothing is called “${q}”. Try another word.`, empty: 'The menu is empty', emptyHint: 'It is being prepared. Please come back soon.', left: (n) => `Only ${n} left`,
    clear: 'Clear', add: (name) => `Add one ${name}`, less: (name) => `Remove one ${name}`,
  },
  product: {
    add: 'Add to cart', share: 'Share', soldOut: 'Sold out', pick: (name) => `Choose ${name}`, required: (n) => `Choose ${n}`, range: (min, max) => `Choose ${min} to ${max}`, upTo: (max) => `Up to ${max}`, free: 'Free',
    gone: 'This is no longer on the menu',
  },
  cart: {
    title: 'Cart', clear: 'Empty', clearAsk: 'Empty the cart?', empty: 'Your cart is empty', checkout: 'Check out', count: (n) => (n === 1 ? '1 item' : `${n} items`), refused: 'The cart could not be saved and is back as it was',
    problem: { sold_out: 'Sold out', not_enough: 'Not enough left', gone: 'No longer sold' }, fix: 'Some items cannot be had now. Please adjust the cart',
  },
  checkout: {
    title: 'Check out', where: 'How', at: 'Store', address: 'Where to', chooseAddress: 'Choose an address', table: 'Which table', scanTable: 'Scan the code on the table', note: 'Note', notePlaceholder: 'Taste, cutlery, … up to 200 characters', phone: 'Phone', phonePlaceholder: 'So that we can reach you (optional)', phoneBad: 'This phone number looks wrong',
    items: 'Items', price: 'Price', total: 'Total', pay: (amount) => `Pay ${amount}`, placing: 'Placing the order', free: 'Place the order',
    changed: (from, to) => `The price changed from ${from} to ${to}. Please confirm again`, changedSame: 'Something just changed. Please confirm again', needAddress: 'Please choose an address', needTable: 'Please scan the code on the table', closed: 'The store is closed and takes no orders now', cancelled: 'Not paid yet. Your order is kept for you', payFailed: 'The payment did not go through. You can try again',
    unsure: 'The network broke and it is unclear whether the order arrived. Tapping again will not order twice.', notOffered: 'This store does not offer this',
  },
  result: { title: 'Ordered', number: 'Pickup number', table: 'Table', confirming: 'Confirming the payment', confirmingHint: 'The bank usually answers within seconds.', next: { pickup: 'Come to the counter when your number is called', delivery: 'We bring it to your address when it is ready', dine_in: 'We bring it to your table when it is ready' }, detail: 'See the order', again: 'Order more' },
  orders: {
    empty: 'No orders yet', emptyHint: 'Order something you like and it appears here.', go: 'To the menu', needConsent: 'Agree to the privacy notice to see your orders', agree: 'Have a look', items: (n) => (n === 1 ? '1 item' : `${n} items`), more: (name, n) => (n === 1 ? name : `${name} and more, ${n} items`),
    status: { unpaid: 'To pay', paid: 'Paid, waiting for the store', accepted: 'Being made', ready: 'Ready', completed: 'Completed', cancelled: 'Cancelled', expired: 'Not paid in time, closed' },
    readyFor: { pickup: 'Ready to pick up', delivery: 'On its way', dine_in: 'Coming to your table' },
    refund: { none: '', pending: 'Refund under way', partial: 'Partly refunded', full: 'Refunded' },
    steps: { paid: 'Paid', accepted: 'Accepted', ready: 'Ready', completed: 'Done' },
    payLeft: (clock) => `Please pay within ${clock}`, pay: 'Pay', cancel: 'Cancel order', cancelAsk: 'Cancel this order?', cancelHint: { unpaid: 'The items go back on the shelf.', paid: 'The money goes back the way it came.' }, keep: 'Keep it', cancelled: 'The order is cancelled',
    number: 'Order', time: 'Ordered at', note: 'Note', refunds: 'Refunds', refunded: 'Refunded', call: 'Call the store', again: 'Order again', live: 'Live', polling: 'Updates every few seconds',
    refundState: { pending: 'Under way', succeeded: 'Returned', failed: 'Did not work, please call the store' },
  },
  stores: { title: 'Stores', near: 'Find the nearest', nearHint: 'Sorted by distance once we may see where you are', denied: 'No position. You can still choose from the list', here: 'Order here', open: 'Open', closed: 'Closed' },
  me: {
    guest: 'Hello', signIn: 'Sign in', profile: 'Profile', phone: 'Phone', linkPhone: 'Link my phone', phoneHint: 'So that the store can reach you', phoneRefused: 'Not linked. You can come back any time', phoneLinked: 'Phone linked', addresses: 'Addresses', privacy: 'Privacy and data', orders: 'My orders', stores: 'Stores', nickname: 'Name', nicknamePlaceholder: 'What shall we call you', avatar: 'Picture', avatarChange: 'Change picture',
    signInFailed: 'Signing in did not work',
  },
  address: {
    empty: 'No address yet', emptyHint: 'Add one and deliveries need no typing.', add: 'New address', name: 'Name', namePlaceholder: 'Who receives it', phone: 'Phone', phonePlaceholder: 'Mobile number', region: 'Region', regionPlaceholder: 'Province, city, district', detail: 'Address', detailPlaceholder: 'Street, building, door', isDefault: 'Use as default', defaultMark: 'Default', removeAsk: 'Delete this address?', bad: { name: 'Please fill in the name', phone: 'This phone number looks wrong', region: 'Please fill in the region', detail: 'Please fill in the address' },
  },
  privacy: {
    title: 'First things first', lead: 'To take your order we need to remember who you are and what you chose. Your position and phone number are asked for only when you use them.', read: 'Read the whole privacy notice', agree: 'Agree and continue', later: 'Just looking', version: (v) => `Version ${v}`, agreed: (v) => `You agreed to version ${v}`, notAgreed: 'You have not agreed yet', exportData: 'Export my data', exportHint: 'A copy of everything about you', exported: 'Your data is copied. Paste it wherever you keep it', exportSaved: 'The file with your data is saved', erase: 'Delete my account', eraseHint: 'Profile, addresses and sign-in',
    eraseAsk: 'Delete your account?', eraseLost: 'Your name, picture, phone and all addresses are deleted, and your orders are no longer linked to you. This cannot be undone.', eraseDone: 'Your account is deleted', eraseConfirm: 'Delete',
  },
};
