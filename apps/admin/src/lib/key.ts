/** A random key of 32 hex digits. Unlike `randomUUID` it also works on plain http in a shop's own network. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
