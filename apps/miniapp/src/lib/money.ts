/** `1850` → `¥18.50`, `1800` → `¥18`. The minus of a discount stands before the sign. */
export function money(fen: number): string {
  const whole = Math.floor(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '−' : ''}¥${grouped}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`;
}
