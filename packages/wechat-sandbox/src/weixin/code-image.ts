import QRCode from 'qrcode';
import sharp from 'sharp';
import type { MadeCode } from '../state.js';

/** What the picture says: the path that the scanner of WeChat would hand over. */
export const codePath = ({ page, scene, path }: Pick<MadeCode, 'page' | 'scene' | 'path'>): string =>
  path ?? `${page}?scene=${encodeURIComponent(scene)}`;

/** A real QR code, `width` pixels square; PNG or JPEG bytes. */
export async function drawCode(code: MadeCode, format: 'png' | 'jpeg'): Promise<Buffer> {
  const svg = await QRCode.toString(codePath(code), {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: 3,
    color: { dark: code.lineColor, light: code.hyaline ? '#ffffff00' : '#ffffff' },
  });
  const image = sharp(Buffer.from(svg), { density: 300 }).resize(code.width, code.width, { kernel: 'nearest' });
  return format === 'png' ? image.png().toBuffer() : image.flatten({ background: '#ffffff' }).jpeg({ quality: 92 }).toBuffer();
}
