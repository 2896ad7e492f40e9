import sharp from 'sharp';

/** The size that WeChat asks for the cover of a card, pixels. */
const size = { width: 520, height: 416 };

/** An archway on paper: the cover of a card that has no picture of its own. */
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="520" height="416" viewBox="0 0 520 416">
  <rect width="520" height="416" fill="#fbf8f3"/>
  <g fill="none" stroke="#c73e2b" stroke-width="14" stroke-linecap="round">
    <path d="M90 128c110-26 230-26 340 0M130 176h260M164 128v192M356 128v192M228 176v144M292 176v144M110 320h300"/>
  </g>
</svg>`;

/** A picture of ours, or none, as WeChat wants the cover of a card: JPEG, 520 by 416. */
export function coverPicture(bytes: Buffer | null): Promise<Buffer> {
  return sharp(bytes ?? Buffer.from(drawn))
    .resize({ ...size, fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 84 })
    .toBuffer();
}

/**
 * A picture of the chat as we keep it, and as WeChat takes it: JPEG, upright, without its metadata, at most 1,600 pixels
 * on its longer side. Throws for what is no picture.
 */
export async function chatPicture(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: 50_000_000, failOn: 'error' })
    .rotate()
    .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 84 })
    .toBuffer();
}

/** Where a picture of the chat is kept: deeper than what is served to everyone. */
export const pictureKey = (id: string): string => `private/conversations/${id}.jpg`;
