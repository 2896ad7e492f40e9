import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Rendered {
  dom: HTMLElement;
  instance: Record<string, (argument?: object) => unknown>;
  attach(parent: HTMLElement): void;
  detach(): void;
  dispatchEvent(name: string, options?: object): void;
}
/** The part of a page or component that answers to events, made for its element. */
type Part = new (element: object) => Pick<Rendered, 'dispatchEvent'>;
interface Simulate {
  load(path: string, options: object): string;
  render(id: string): Rendered;
}
interface RequestOptions {
  url: string;
  method?: string;
  data?: object;
  header?: Record<string, string>;
  success(answer: { statusCode: number; data: unknown; header: object; errMsg: string }): void;
  fail(problem: { errMsg: string }): void;
  complete?(): void;
}
type Done = { success?: (answer: object) => void; complete?: (answer: object) => void };

export const built = join(import.meta.dirname, '../dist/build/mp-weixin');

export interface WeChat {
  /** Opens a page as WeChat does: mounted, then onLoad, onShow, onReady. */
  open(path: string, query?: Record<string, string>): Promise<Page>;
  /** What was called that the person sees: `navigateTo /…`, `showToast …`, `setNavigationBarTitle …`. */
  seen: string[];
  /** The listeners of `wx.onNeedPrivacyAuthorization`. */
  privacyListeners: ((resolve: (answer: object) => void) => void)[];
}
export interface Page {
  text(): string;
  /** Taps the element with this id or class, or sends it another of WeChat's events; then waits for what follows. */
  fire(name: string, event?: string, options?: { detail?: object; index?: number }): Promise<void>;
  close(): void;
}

/**
 * WeChat for the built mini program: its official compiler and component system in jsdom
 * (miniprogram-simulate), and the `wx` of a phone with a network but no screen of its own.
 * A `wx` function that stands not here does not exist: calling it fails the test.
 */
export function startWechat(api: string, launch: object = {}): WeChat {
  const require = createRequire(import.meta.url);
  const kept = new Map<string, unknown>();
  const seen: string[] = [];
  const privacyListeners: WeChat['privacyListeners'] = [];
  const done =
    (name: string, answer: object = {}) =>
    (options: Done = {}) => {
      const whole = { errMsg: `${name}:ok`, ...answer };
      queueMicrotask(() => {
        options.success?.(whole);
        options.complete?.(whole);
      });
    };
  const shows =
    (name: string, word: (options: Record<string, unknown>) => unknown) =>
    (options: Done & Record<string, unknown> = {}) => {
      seen.push(`${name} ${String(word(options))}`);
      done(name)(options);
    };
  const system = {
    language: 'zh_CN',
    statusBarHeight: 20,
    windowWidth: 375,
    windowHeight: 667,
    screenWidth: 375,
    screenHeight: 667,
    pixelRatio: 2,
    platform: 'devtools',
    brand: 'devtools',
    model: 'iPhone',
    system: 'iOS 18',
    version: '8.0.60',
    SDKVersion: '3.10.0',
    theme: 'light',
  };
  let underWay = 0;
  const wx: Record<string, unknown> = {
    // Relative in the build for tests; WeChat itself takes absolute addresses only.
    request({ url, method = 'GET', data, header = {}, success, fail, complete }: RequestOptions) {
      underWay += 1;
      const body = data && method !== 'GET' ? { body: JSON.stringify(data) } : {};
      fetch(new URL(url, api), {
        method,
        headers: { ...header, ...('body' in body ? { 'content-type': 'application/json' } : {}) },
        ...body,
      })
        .then(
          async (answer) => success({ statusCode: answer.status, data: await answer.json(), header: {}, errMsg: 'request:ok' }),
          () => fail({ errMsg: 'request:fail' }),
        )
        .finally(() => {
          underWay -= 1;
          complete?.();
        });
      return { abort: () => undefined };
    },
    connectSocket: () => ({
      onOpen: () => undefined,
      onMessage: () => undefined,
      onClose: () => undefined,
      onError: () => undefined,
      close: () => undefined,
    }),
    login: done('login', { code: 'code-1' }),
    requestSubscribeMessage: ({ tmplIds, success }: { tmplIds: string[]; success(answer: object): void }) => {
      seen.push(`requestSubscribeMessage ${tmplIds.join(' ')}`);
      queueMicrotask(() => success({ errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(tmplIds.map((id) => [id, 'accept'])) }));
    },
    requestPayment: shows('requestPayment', ({ package: prepay }) => prepay),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    setStorage: ({ key, data }: { key: string; data: unknown }) => kept.set(key, data),
    removeStorageSync: (key: string) => kept.delete(key),
    getSystemInfoSync: () => system,
    getWindowInfo: () => system,
    getDeviceInfo: () => system,
    getAppBaseInfo: () => ({ ...system, host: { env: 'WeChat' } }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001, ...launch }),
    getEnterOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001, ...launch }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, right: 368, bottom: 56, left: 281, width: 87, height: 32 }),
    canIUse: () => true,
    onAppShow: () => undefined,
    onAppHide: () => undefined,
    onError: () => undefined,
    onThemeChange: () => undefined,
    onNeedPrivacyAuthorization: (listener: WeChat['privacyListeners'][number]) => privacyListeners.push(listener),
    setTabBarItem: shows('setTabBarItem', ({ text }) => text),
    setNavigationBarTitle: shows('setNavigationBarTitle', ({ title }) => title),
    showToast: shows('showToast', ({ title }) => title),
    navigateTo: shows('navigateTo', ({ url }) => url),
    redirectTo: shows('redirectTo', ({ url }) => url),
    switchTab: shows('switchTab', ({ url }) => url),
    stopPullDownRefresh: done('stopPullDownRefresh'),
  };
  let app: Record<string, (options: object) => void> & { globalData?: object } = {};
  Object.assign(globalThis, {
    wx,
    App: (options: typeof app) => (app = options),
    getApp: () => app,
    getCurrentPages: () => [],
    Page: () => {
      throw new Error('A page was not built as a component.');
    },
  });
  const simulate = require('miniprogram-simulate') as Simulate;
  // simulate adds a stand-in for all of wx: only what stands above is there.
  const whole = (globalThis as unknown as { wx: object }).wx;
  for (const name of Object.keys(whole)) if (!(name in wx)) Reflect.deleteProperty(whole, name);
  require(join(built, 'app.js'));
  app.onLaunch?.(launch);
  app.onShow?.(launch);

  return {
    seen,
    privacyListeners,
    async open(path, query = {}) {
      const page = simulate.render(simulate.load(join(built, path), { rootPath: built, compiler: 'official' }));
      const parent = document.createElement('div');
      document.body.append(parent);
      page.attach(parent);
      page.instance.onLoad?.(query);
      page.instance.onShow?.();
      page.instance.onReady?.();
      const Part = (Object.getPrototypeOf(Object.getPrototypeOf(page)) as { constructor: Part }).constructor;
      // Each component writes its own prefix before its classes: `pl-sheet--pl-sheet__close`.
      const find = (name: string, index: number) => {
        const all = Array.from(page.dom.querySelectorAll('*')).filter(
          ({ className, id }) =>
            id === name || id.endsWith(`--${name}`) || className.split(' ').some((one) => one === name || one.endsWith(`--${name}`)),
        );
        const element = all[index] as (Element & { __wxElement?: object }) | undefined;
        if (!element?.__wxElement) throw new Error(`${path} has no ${name} (${index}): ${page.dom.textContent}`);
        return new Part(element.__wxElement);
      };
      // Over when nothing is asked for and what came was drawn, three looks in a row.
      const settle = async () => {
        for (let [quiet, looks] = [0, 0]; quiet < 3 && looks < 200; looks += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          quiet = underWay === 0 ? quiet + 1 : 0;
        }
      };
      await settle();
      return {
        text: () => (page.dom.textContent ?? '').replaceAll('\u2009', ' ').replaceAll(/\s+/g, ' '),
        fire(name, event = 'tap', { detail = {}, index = 0 } = {}) {
          find(name, index).dispatchEvent(event, { detail });
          return settle();
        },
        close: () => {
          page.instance.onUnload?.();
          page.detach();
        },
      };
    },
  };
}
