/** What people call an order: the day and its place in it (`20261121-0042`), unique within a store. */
export function orderNumber(day: string, place: number): string {
  return `${day.replaceAll('-', '')}-${String(place).padStart(4, '0')}`;
}

/** What is called out at the counter: a letter and two digits (`A42`), back at A00 after Z99. */
export function pickupNumber(place: number): string {
  const letter = String.fromCharCode(65 + (Math.floor(place / 100) % 26));
  return `${letter}${String(place % 100).padStart(2, '0')}`;
}
