import qrcode from 'qrcode-generator';

/**
 * A QR code as the path of an SVG, drawn here: the secret in it goes to no other service.
 * @returns the path in units of modules, and how many modules wide it is, without the quiet zone
 */
export function qrPath(text: string): { path: string; modules: number } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const modules = code.getModuleCount();
  const all = Array.from({ length: modules }, (_, index) => index);
  const path = all.flatMap((row) => all.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`)).join('');
  return { path, modules };
}
