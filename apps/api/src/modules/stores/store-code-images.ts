import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Problem } from '../../platform/http/problem.js';
import { Storage } from '../../platform/storage/storage.js';
import { type MiniProgram, Wechat } from '../../platform/wechat/wechat.js';
import { codePage } from './store-codes.js';
import { storesProblems } from './stores.errors.js';

/** Pixels: sharp on a sheet of nine centimetres. */
const width = 1280;

interface CodeRow {
  kind: keyof typeof codePage;
  scene: string;
  imageKey: string | null;
}

/** The pictures of codes: asked of WeChat once, then kept. */
@Injectable()
export class StoreCodeImages {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly wechat: Wechat,
  ) {}

  /**
   * The mini-program code as an image.
   * Throws `stores.code_not_found` (404), `stores.image_unavailable` (502), also before WeChat is configured.
   */
  async image(storeId: string, codeId: string): Promise<{ bytes: Buffer; contentType: string }> {
    const [code] = await this.database.query<CodeRow>('stores.code-image', codeSql, [codeId, storeId]);
    if (!code) throw new Problem(storesProblems.code_not_found);
    const kept = code.imageKey ? await this.storage.read(code.imageKey) : null;
    if (kept) return { bytes: kept, contentType: 'image/jpeg' };

    // The page need not be published yet: a shop prints its codes before it opens.
    const made = await this.program().unlimitedCode({ scene: code.scene, page: codePage[code.kind], checkPath: false, width });
    if (!made.ok) throw new Problem(storesProblems.image_unavailable, { detail: made.error.code });
    const key = `codes/${codeId}.jpg`;
    await this.storage.save(key, made.value.bytes, 'image/jpeg');
    await this.database.transaction((tx) => tx.query('update store_codes set image_key = $2 where id = $1', [codeId, key]));
    return { bytes: made.value.bytes, contentType: 'image/jpeg' };
  }

  private program(): MiniProgram {
    try {
      return this.wechat.miniProgram;
    } catch (error) {
      if (error instanceof Problem) throw new Problem(storesProblems.image_unavailable, { detail: error.def.code });
      throw error;
    }
  }
}

const codeSql = `
  select kind, scene, image_key as "imageKey"
    from store_codes where id = $1 and store_id = $2 and deleted_at is null`;
