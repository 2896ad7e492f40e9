import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a mini program may ask of the phone that the privacy declaration must name, as the console calls it. */
const declared: Readonly<Record<string, { zh: string; en: string }>> = {
  getLocation: { zh: '位置信息', en: 'location' },
  getFuzzyLocation: { zh: '位置信息', en: 'location' },
  chooseLocation: { zh: '位置信息', en: 'location' },
  choosePoi: { zh: '位置信息', en: 'location' },
  chooseAddress: { zh: '收货地址', en: 'delivery address' },
  getPhoneNumber: { zh: '手机号', en: 'phone number' },
  getRealtimePhoneNumber: { zh: '手机号', en: 'phone number' },
  chooseAvatar: { zh: '头像', en: 'avatar' },
  nickname: { zh: '昵称', en: 'nickname' },
  chooseImage: { zh: '选中的照片或视频', en: 'chosen pictures' },
  chooseMedia: { zh: '选中的照片或视频', en: 'chosen pictures' },
  saveImageToPhotosAlbum: { zh: '相册（仅写入）', en: 'photo album' },
  setClipboardData: { zh: '剪切板', en: 'clipboard' },
  getClipboardData: { zh: '剪切板', en: 'clipboard' },
  startRecord: { zh: '麦克风', en: 'microphone' },
};
/** These also need an entry in app.json and opening in the console (接口设置). */
const listed = new Set([
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseAddress',
  'choosePoi',
  'chooseLocation',
]);

export interface PrivateUse {
  /** What to declare, each once. */
  declare: { zh: string; en: string }[];
  /** Used, and to be opened in the console (接口设置) too. */
  listed: string[];
  /** Used without an entry in `requiredPrivateInfos` of app.json: the call fails. */
  missing: string[];
}

/** What the built mini program really uses, read from its files; null when there is no build here. */
export function privateUse(build: string): PrivateUse | null {
  if (!existsSync(join(build, 'app.json'))) return null;
  const code = globSync('**/*.{js,wxml}', { cwd: build })
    .map((file) => readFileSync(join(build, file), 'utf8'))
    .join('\n');
  const used = Object.keys(declared).filter((name) =>
    new RegExp(`(?:wx|index|uni)\\.${name}\\b|open-type="${name}"|type="${name}"`).test(code),
  );
  const { requiredPrivateInfos = [] } = JSON.parse(readFileSync(join(build, 'app.json'), 'utf8')) as { requiredPrivateInfos?: string[] };
  const words = new Map(used.map((name) => [declared[name]!.zh, declared[name]!]));
  const toOpen = used.filter((name) => listed.has(name));
  return { declare: [...words.values()], listed: toOpen, missing: toOpen.filter((name) => !requiredPrivateInfos.includes(name)) };
}
