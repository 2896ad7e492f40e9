import { X509Certificate } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { gatewayFaults } from '../answer-faults.js';
import { Blobs } from '../blobs.js';
import { logCalls } from '../calls.js';
import { SandboxClock } from '../clock.js';
import { SandboxControl } from '../control/control.js';
import { controlRoutes } from '../control/routes.js';
import type { SandboxCredentials } from '../credentials.js';
import { resumeNotifications } from '../pay/notifications.js';
import { settleLater } from '../pay/refunds.js';
import { payRoutes } from '../pay/routes.js';
import { defaultPaySettings, type PaySettings } from '../pay/settings.js';
import { resumeTransfers } from '../pay/transfers.js';
import { phoneRoutes } from '../phone/routes.js';
import { Schedule } from '../schedule.js';
import { loadCredentials, loadState, Store } from '../store.js';
import { resumeWeixin } from '../weixin/resume.js';
import { weixinRoutes } from '../weixin/routes.js';
import { defaultWeixinSettings, type WeixinSettings } from '../weixin/settings.js';
import type { Settings, World } from '../world.js';

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** 127.0.0.1 when absent. */
  host?: string;
  /** Keeps credentials.json and state.json; all is in memory when absent. */
  dataDir?: string;
  /** The shop as the phone shows it: its h5 mini program, its API (the phone links to it), its name as payee, its stores. */
  shop?: { h5?: string; api?: string; name?: string; codeTitle?: Settings['codeTitle']; places?: Settings['places'] };
  /** From the confirmation to the first notification, in ms; 300 when absent. */
  paymentDelayMs?: number;
  /** How long a refund stays PROCESSING, in ms; 1000 when absent. */
  refundDelayMs?: number;
  /** Waits between attempts to notify, in ms; WeChat's own (15 s … 6 h) when absent. */
  notifyDelaysMs?: readonly number[];
  /** Pages of the published mini program; a path's form alone is checked when absent. */
  pages?: readonly string[];
  /** Which key signs answers and notifications when nobody asks for one. */
  signWith?: PaySettings['signWith'];
  /** What else differs in WeChat Pay: fee, bills, waits, rates (see `PaySettings`). */
  pay?: Partial<PaySettings>;
  /** What else differs from WeChat's usual ways: message push, quotas, waits (see `WeixinSettings`). */
  weixin?: Partial<WeixinSettings>;
  /** The clock of this computer. */
  now?: () => Date;
}

export interface RunningSandbox {
  /** Base of api.weixin.qq.com, api.mch.weixin.qq.com, the control API and the phone. */
  url: string;
  credentials: SandboxCredentials;
  control: SandboxControl;
  stop(): Promise<void>;
}

function settingsOf(options: SandboxOptions): Settings {
  return {
    h5Url: options.shop?.h5 ?? '',
    apiUrl: options.shop?.api ?? '',
    merchantName: options.shop?.name ?? '牌楼',
    codeTitle: options.shop?.codeTitle ?? (async () => null),
    places: options.shop?.places ?? (async () => []),
    pages: options.pages ?? null,
    homePage: 'pages/home/index',
    pay: {
      ...defaultPaySettings,
      ...(options.notifyDelaysMs && { notifyDelaysMs: options.notifyDelaysMs }),
      ...(options.paymentDelayMs !== undefined && { paymentDelayMs: options.paymentDelayMs }),
      ...(options.refundDelayMs !== undefined && { refundDelayMs: options.refundDelayMs }),
      ...(options.signWith && { signWith: options.signWith }),
      ...options.pay,
    },
    weixin: { ...defaultWeixinSettings, ...options.weixin },
  };
}

/** Starts WeChat: both of its APIs, the control API and the phone, on one port. */
export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
  const credentials = await loadCredentials(options.dataDir);
  const state = loadState(options.dataDir);
  const store = new Store(options.dataDir, state);
  const clock = new SandboxClock(options.now);
  clock.advanced = state.advancedMs;
  const world: World = {
    credentials,
    merchantPublicKey: new X509Certificate(credentials.merchantCertificate).publicKey,
    clock,
    schedule: new Schedule(),
    settings: settingsOf(options),
    state,
    blobs: new Blobs(options.dataDir),
    url: '',
    calls: [],
    version: 0,
    changed() {
      world.version += 1;
      store.touch();
    },
  };
  const control = new SandboxControl(world);
  const app = buildServer(world, control);
  await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' });
  for (const refund of state.refunds) if (refund.status === 'PROCESSING') settleLater(world, refund);
  resumeTransfers(world);
  resumeNotifications(world);
  const { port } = app.server.address() as AddressInfo;
  world.url = `http://127.0.0.1:${port}`;
  resumeWeixin(world);
  return {
    url: world.url,
    credentials,
    control,
    async stop() {
      world.schedule.close();
      await app.close();
      store.flush();
    },
  };
}

function buildServer(world: World, control: SandboxControl) {
  const app = Fastify({ bodyLimit: 2_097_152, forceCloseConnections: true, routerOptions: { maxParamLength: 200 } });
  // Signatures are over bytes: every body stays as it came.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  void app.register(async (weixin) => {
    logCalls(weixin, world);
    gatewayFaults(weixin, world);
    await weixinRoutes(weixin, world);
  });
  void app.register(
    async (pay) => {
      logCalls(pay, world);
      gatewayFaults(pay, world);
      await payRoutes(pay, world);
    },
    { prefix: '/v3' },
  );
  void app.register((routes) => phoneRoutes(routes, world, control));
  void app.register((routes) => controlRoutes(routes, world, control));
  return app;
}
