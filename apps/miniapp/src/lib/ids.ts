/** A key for `Idempotency-Key`: unguessable is not needed, never met twice is. */
export function newKey(now = Date.now()): string {
  const part = () =>
    Math.floor(Math.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  return `${now.toString(16)}-${part()}${part()}${part()}`;
}
