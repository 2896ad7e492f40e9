import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { inject } from 'vitest';

export const facts = inject('facts');

/** A customer with a phone in hand: the sandbox's page, and the mini program in its frame. */
export interface Phone {
  page: Page;
  /** The customer's id. */
  id: string;
  program: FrameLocator;
  /** The phone itself: its part of the page, with WeChat's sheets and chats. */
  wechat: Locator;
  /** Scans the code with this title. */
  scan(title: string): Promise<void>;
  /** Presses a button of the payment sheet. */
  paySheet(word: RegExp): Promise<void>;
  /** Leaves the mini program for a chat of WeChat: `service`, `pay`, `shop` or a friend's name. */
  openChat(chat: string): Promise<void>;
  close(): Promise<void>;
}

const sandbox = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const answer = await fetch(facts.sandbox + path, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** Somebody new takes the phone, opens the mini program and answers its privacy policy: agrees, or says another word. */
export async function takePhone(browser: Browser, nickname: string, answer = '同意并继续'): Promise<Phone> {
  const { id } = await sandbox<{ id: string }>('POST', '/sandbox/customers', { nickname });
  const page = await browser.newPage({ viewport: { width: 1440, height: 960 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  await page.goto(facts.sandbox);
  await page.getByText(nickname).first().click();
  return answered(page, id, nickname, answer);
}

/** Lays a phone of somebody else beside one that is there. */
export async function takePhoneBeside({ page }: Phone, nickname: string): Promise<Phone> {
  const { id } = await sandbox<{ id: string }>('POST', '/sandbox/customers', { nickname });
  await page.locator('#people li', { hasText: nickname }).locator('.beside').click();
  return answered(page, id, nickname, '同意并继续');
}

/** The phone of this person, who answers the privacy policy. */
async function answered(page: Page, id: string, nickname: string, answer: string): Promise<Phone> {
  const wechat = page.locator('.phone', { has: page.locator('[data-part="holder-name"]', { hasText: nickname }) });
  const program = wechat.frameLocator('iframe');
  await program.getByText(answer).click();
  await program.getByText(answer).waitFor({ state: 'hidden' });
  return {
    page,
    id,
    program,
    wechat,
    scan: async (title) => {
      await page.locator('#codes button', { hasText: title }).click();
    },
    paySheet: async (word) => {
      await wechat.getByRole('button', { name: word }).click();
    },
    openChat: async (chat) => {
      await wechat.locator('[data-part="leave"]').click();
      await wechat
        .locator(`[data-chat="${chat}"]`)
        .or(wechat.locator('[data-chat]', { hasText: chat }))
        .first()
        .click();
    },
    close: () => page.context().close(),
  };
}

/** Taps through the choice of a product that stands in the menu, and puts it into the cart. */
export async function addToCart({ program }: Phone, name: string, pieces = 1): Promise<void> {
  await program.locator('.row', { hasText: name }).locator('.row__touch').last().click();
  for (let more = 1; more < pieces; more += 1) await program.locator('.product__foot .pl-stepper__touch').last().click();
  await program.getByText('加入购物车').click();
  await program.getByText('加入购物车').waitFor({ state: 'hidden' });
}

/** From the cart bar to the payment sheet; what the shop asks to tell is allowed. */
export async function checkOut({ wechat, program }: Phone): Promise<void> {
  await program.getByText('去结算').click();
  await program.locator('.checkout__pay:not(.checkout__pay--off)').click();
  await wechat.locator('[data-part="subscribe-allow"]').click();
}

/** The owner at the panel, or somebody else who works there. */
export async function openPanel(
  browser: Browser,
  options: {
    width?: number;
    height?: number;
    path?: string;
    scheme?: 'light' | 'dark';
    as?: { email: string; password: string };
  } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: 'zh-CN',
    colorScheme: options.scheme ?? 'light',
    reducedMotion: 'reduce',
  });
  const { email, password } = options.as ?? facts.owner;
  const page = await context.newPage();
  await page.goto(`${facts.admin}/sign-in?next=${encodeURIComponent(options.path ?? '/orders/board')}`);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

/** One call of the REST API, as any developer's program would make it. */
export async function call<T>(
  method: string,
  path: string,
  options: { body?: object | FormData; token?: string; cookie?: string; key?: string } = {},
): Promise<T> {
  const { body, token, cookie, key } = options;
  const form = body instanceof FormData;
  const answer = await fetch(`${facts.api}/api/v1${path}`, {
    method,
    headers: {
      ...(body && !form ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(cookie ? { cookie } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body ? { body: form ? body : JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** The owner's cookie, for `call`. */
export async function ownerCookie(): Promise<string> {
  const answer = await fetch(`${facts.api}/api/v1/admin/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(facts.owner),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

export { sandbox };
