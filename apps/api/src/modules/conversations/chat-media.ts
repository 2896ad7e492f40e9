import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/time.js';
import { Database } from '../../platform/database/database.js';
import { Storage } from '../../platform/storage/storage.js';
import { Wechat, type WechatResult } from '../../platform/wechat/wechat.js';
import { coverPicture } from './chat-pictures.js';

/** WeChat keeps an uploaded picture for three days; given up some hours early, milliseconds. */
const goodForMs = (3 * 24 - 6) * 3_600_000;

/** WeChat's copies of our pictures: uploaded when first needed, and again when WeChat has let go of them. */
@Injectable()
export class ChatMedia {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly wechat: Wechat,
    private readonly clock: Clock,
  ) {}

  /** A picture of the chat, by where it is kept; the answer is WeChat's media_id. */
  async picture(storageKey: string): Promise<WechatResult<string>> {
    return this.copy(storageKey, async () => this.storage.read(storageKey));
  }

  /** The cover of a card made from one of our pictures (`/media/…`), or from none. */
  async cover(coverUrl: string | null): Promise<WechatResult<string>> {
    return this.copy(coverKey(coverUrl), async () =>
      coverPicture(coverUrl ? await this.storage.read(coverUrl.replace('/media/', '')) : null),
    );
  }

  /** WeChat does not have it any more (40007). */
  async forget(key: string): Promise<void> {
    await this.database.transaction((tx) => tx.query('delete from conversations_media where key = $1', [key]));
  }

  private async copy(key: string, read: () => Promise<Buffer | null>): Promise<WechatResult<string>> {
    const [known] = await this.database.query<{ mediaId: string }>(
      'conversations.media',
      'select media_id as "mediaId" from conversations_media where key = $1 and uploaded_at > $2',
      [key, new Date(this.clock.now().getTime() - goodForMs)],
    );
    if (known) return { ok: true, value: known.mediaId };
    const bytes = await read();
    if (!bytes) return gone;
    const uploaded = await this.wechat.miniProgram.customerService.uploadImage(new Uint8Array(bytes), 'picture.jpg', 'image/jpeg');
    if (!uploaded.ok) return uploaded;
    await this.database.transaction((tx) =>
      tx.query(
        `insert into conversations_media (key, media_id, uploaded_at) values ($1, $2, $3)
         on conflict (key) do update set media_id = excluded.media_id, uploaded_at = excluded.uploaded_at`,
        [key, uploaded.value, this.clock.now()],
      ),
    );
    return uploaded;
  }
}

/** Under which a cover is known. */
export const coverKey = (coverUrl: string | null): string => `cover:${coverUrl ?? ''}`;

const gone: WechatResult<string> = {
  ok: false,
  error: { api: 'storage', kind: 'refused', code: 'NO_PICTURE', message: 'The picture is not kept any more', retryable: false },
};
