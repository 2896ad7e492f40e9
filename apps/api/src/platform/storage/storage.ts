import { Injectable } from '@nestjs/common';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { DriverContract } from 'flydrive/types';
import sharp from 'sharp';
import { newId } from '../../kernel/ids.js';
import { Config } from '../config/config.js';
import { commonProblems, Problem } from '../http/problem.js';

/** The longest side of a kept picture, pixels: twice the width of a phone, and enough for a print. */
const longestSide = 1600;
/** More pixels than any camera gives: what is beyond is an attack on memory. */
const mostPixels = 50_000_000;

/** Files of the business: on a local disk or in S3, as configured. Keys look like `products/<id>.webp`. */
@Injectable()
export class Storage {
  private disk: Promise<Disk> | undefined;

  constructor(private readonly config: Config) {}

  /**
   * Keeps an uploaded picture as WebP, turned upright, at most 1,600 pixels on its longer side, without its metadata.
   * @param folder the capability's own, such as `products`
   * @returns its public path, `/media/<folder>/<id>.webp`
   * @throws Problem `common.not_a_picture` (422)
   */
  async savePicture(folder: string, bytes: Buffer): Promise<string> {
    const picture = await shrink(bytes).catch(() => {
      throw new Problem(commonProblems.not_a_picture);
    });
    return this.save(`${folder}/${newId()}.webp`, picture, 'image/webp');
  }

  /** Keeps bytes under a key; returns the public path. */
  async save(key: string, bytes: Buffer, contentType: string): Promise<string> {
    await (await this.open()).put(key, bytes, { contentType });
    return `/media/${key}`;
  }

  /** The bytes of a key; null when there is nothing. */
  async read(key: string): Promise<Buffer | null> {
    const disk = await this.open();
    if (!(await disk.exists(key))) return null;
    return Buffer.from(await disk.getBytes(key));
  }

  async remove(key: string): Promise<void> {
    await (await this.open()).delete(key);
  }

  private open(): Promise<Disk> {
    this.disk ??= driver(this.config).then((one) => new Disk(one));
    return this.disk;
  }
}

/** Async, so that what sharp throws at once is a rejection too. */
async function shrink(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 84 })
    .toBuffer();
}

async function driver({ storage }: Config): Promise<DriverContract> {
  if (storage.kind === 'disk') return new FSDriver({ location: storage.folder, visibility: 'public' });
  // Loaded only where it is used: the SDK costs 40 MB of memory.
  const { S3Driver } = await import('flydrive/drivers/s3');
  const { bucket, region, endpoint, accessKeyId, secretAccessKey } = storage;
  return new S3Driver({
    bucket,
    region,
    visibility: 'private',
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  });
}
