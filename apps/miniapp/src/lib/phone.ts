/** `138****8000`: enough to know one's own number by; short ones stay whole. */
export function maskPhone(phone: string | null | undefined): string {
  if (!phone) return '';
  return phone.length < 8 ? phone : `${phone.slice(0, -8)}****${phone.slice(-4)}`;
}
