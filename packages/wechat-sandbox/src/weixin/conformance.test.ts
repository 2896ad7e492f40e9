import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// Its index also loads sign-in by other sites, which wants an older package than it asks for.
import ServerRequest from 'node-easywechat/dist/Core/Http/ServerRequest.js';
import MiniApp from 'node-easywechat/dist/MiniApp/Application.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../index.js';
import { randomText } from '../crypto.js';
import { eventually } from '../testing/shop.js';

// An SDK that nobody here wrote, on the shop's side of every wire.
const token = randomText(12);
const aesKey = randomText(43);
const folder = mkdtempSync(join(tmpdir(), 'easywechat-'));
const heard: Record<string, unknown>[] = [];
let sandbox: RunningSandbox;
let backend: Server;
let url: string;

function sdk(): MiniApp {
  const { appid, secret } = sandbox.credentials;
  return new MiniApp({
    app_id: appid,
    secret,
    token,
    aes_key: aesKey,
    use_stable_access_token: true,
    http: { baseURL: `${sandbox.url}/`, throw: false },
    file_cache: { path: folder, dirMode: 0o700, fileMode: 0o600, ext: '.cache' },
  });
}

beforeAll(async () => {
  sandbox = await startSandbox();
  backend = createServer((request, response) => {
    void (async () => {
      const app = sdk();
      app.setRequest(await ServerRequest.createFromIncomingMessage(request));
      const server = app.getServer();
      server.withHandler(async (message, next) => {
        heard.push({ ...message.toObject() });
        return message.MsgType === 'text' ? { MsgType: 'transfer_customer_service' } : next?.(message);
      });
      const answer = await server.serve();
      response.writeHead(answer.getStatusCode(), { 'Content-Type': 'text/plain' }).end(String(answer.getBody()));
    })().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(backend.address() as AddressInfo).port}/push`;
});
afterAll(async () => {
  await sandbox.stop();
  backend.close();
  rmSync(folder, { recursive: true });
});

it('signs in, and reads what is encrypted under the session', async () => {
  const { id, openid, phoneNumber } = await sandbox.control.createCustomer();
  const session = await sdk()
    .getUtils()
    .codeToSession(await sandbox.control.loginCode(id));
  expect(session).toMatchObject({ openid });
  const { encryptedData, iv } = await sandbox.control.encryptedData(id);
  expect(sdk().getUtils().decryptSession(session.session_key, iv, encryptedData)).toMatchObject({ purePhoneNumber: phoneNumber });
});

it('gets the stable token and sends a message with it', async () => {
  const { id, openid } = await sandbox.control.createCustomer();
  const { priTmplId } = await sandbox.control.addTemplate({ title: '取餐提醒', keywords: [{ key: 'thing1', name: '门店' }] });
  await sandbox.control.subscribe(id, { [priTmplId]: 'accept' });
  const send = async () =>
    (
      await sdk()
        .createClient()
        .postJson('/cgi-bin/message/subscribe/send', { touser: openid, template_id: priTmplId, data: { thing1: { value: '牌楼' } } })
    ).toObject();
  expect(await send()).toMatchObject({ errcode: 0, msgid: expect.anything() });
  expect(await send()).toMatchObject({ errcode: 43101 });
});

it('takes pushes in safe mode, and answers them encrypted', async () => {
  await sandbox.control.setPush({ url, token, encodingAesKey: aesKey, mode: 'safe', format: 'xml' });
  const { id, openid } = await sandbox.control.createCustomer();
  await sandbox.control.chatText(id, '您好 <b>]]>');
  await eventually(async () => (await sandbox.control.chat(id)).entries[0]?.transferred === true);
  expect(heard[0]).toMatchObject({ FromUserName: openid, MsgType: 'text', Content: '您好 <b>]]>' });
  const { priTmplId } = (await sandbox.control.templates())[0] ?? { priTmplId: '' };
  await sandbox.control.subscribe(id, { [priTmplId]: 'accept' });
  await eventually(async () =>
    (await sandbox.control.pushes()).every(({ status }) => status === 'delivered' || status === 'not configured'),
  );
  expect(heard[1]).toMatchObject({
    Event: 'subscribe_msg_popup_event',
    SubscribeMsgPopupEvent: { List: { TemplateId: priTmplId, SubscribeStatusString: 'accept' } },
  });
});
