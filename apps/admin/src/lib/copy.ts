/** A deep copy of plain data. `structuredClone` refuses the proxies in which Vue holds answers. */
export function copyOf<T>(data: T): T {
  const copy: T = JSON.parse(JSON.stringify(data));
  return copy;
}
