import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '@pailou/wechat-sandbox';
import { startApi } from './api.js';
import { seedDemo } from './demo/seed.js';
import { seedTemplates } from './demo/templates.js';
import { apiOutputs, startCompilers, startDevServers } from './dev-servers.js';
import { startFront } from './front.js';
import { takePort } from './ports.js';
import { ensureDatabase, startPostgres, type LocalPostgres } from './postgres.js';
import { loadSecrets, saveSecrets } from './secrets.js';
import { type WechatFacts, writeWechatFiles } from './wechat-files.js';

/** What runs where: `.local/running.json`. */
export interface Facts {
  api: string;
  admin: string;
  h5: string;
  sandbox: string;
  docs: string;
  databaseUrl: string;
  owner: { email: string; password: string };
  wechat: WechatFacts;
}
export interface Running {
  facts: Facts;
  stop(): Promise<void>;
}
export interface StartOptions {
  /** The repository. */
  root: string;
  /** Where data, secrets and logs are kept. */
  dataDir: string;
  /** The first of the ports to try. */
  portBase: number;
  /** Rebuild and reload on change. */
  watch: boolean;
  /** One line of progress. */
  say: (line: string) => void;
}

/** What stands on the sticker with this scene: the table or the product of the shelf with its store, or the store's door. */
async function titleOf(api: string, scene: string): Promise<string | null> {
  const get = async <T>(path: string) => (await fetch(`${api}/api/v1/storefront/${path}`)).json() as Promise<T>;
  const code = await get<{ storeId?: string; tableLabel?: string | null; productId?: string | null }>(`codes/${scene}`);
  const { storeId, tableLabel, productId } = code;
  if (!storeId) return null;
  const { name } = await get<{ name: { zh: string } }>(`stores/${storeId}`);
  const store = shortName(name.zh);
  const product = productId ? (await get<{ name: { zh: string } }>(`products/${productId}`)).name.zh : null;
  const what = tableLabel ?? product;
  return what ? `${store} ${what}` : store;
}

/** A store's name without its brand's. */
const shortName = (name: string): string => name.split(' · ').at(-1) ?? name;

/** Where the stores are, so that a phone can be carried to them. */
async function placesOf(api: string): Promise<{ name: string; latitude: number; longitude: number }[]> {
  const answer = await fetch(`${api}/api/v1/storefront/stores`);
  const { items } = (await answer.json()) as { items: { name: { zh: string }; latitude: number; longitude: number }[] };
  return items.map(({ name, latitude, longitude }) => ({ name: shortName(name.zh), latitude, longitude }));
}

/** Starts PostgreSQL, the sandbox, the API, the panel and the h5 mini program, and fills an empty house. */
export async function startEverything({ root, dataDir, portBase, watch, say }: StartOptions): Promise<Running> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const one of stops.reverse()) await one().catch((error: unknown) => say(`While stopping: ${String(error)}`));
  };
  try {
    return { facts: await start(), stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function start(): Promise<Facts> {
    const secretsFile = join(dataDir, 'secrets.json');
    const secrets = loadSecrets(secretsFile);
    const taken = new Set<number>();
    const port = async (what: string, offset: number) => {
      const wanted = portBase + offset;
      const got = await takePort(wanted, taken);
      if (got !== wanted) say(`Port ${wanted} is taken; ${what} takes ${got}`);
      return got;
    };
    const ports = {
      sandbox: await port('the phone', 0),
      h5: await port('the mini program', 1),
      admin: await port('the panel', 2),
      api: await port('the API', 3),
    };
    const at = (number: number) => `http://localhost:${number}`;
    const api = at(ports.api);

    say('PostgreSQL');
    const { databaseUrl, postgres } = await database(secrets, secretsFile, port);
    if (postgres) stops.push(keepAlive(postgres));

    say('WeChat sandbox');
    const sandbox = await startSandbox({
      port: ports.sandbox,
      dataDir: join(dataDir, 'sandbox'),
      shop: {
        h5: at(ports.h5),
        api,
        name: '牌楼茶咖',
        codeTitle: ({ scene }) => titleOf(api, scene),
        places: () => placesOf(api),
      },
    });
    stops.push(() => sandbox.stop());
    const wechat = writeWechatFiles(join(dataDir, 'wechat'), sandbox.credentials);

    if (watch) {
      say('Compilers');
      stops.push(await startCompilers({ root, say }));
    }
    say('API: migrating and starting');
    const running = await startApi({
      main: join(root, 'apps/api/dist/main.js'),
      url: api,
      say,
      ...(watch ? { watchDirs: apiOutputs(root) } : {}),
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: String(ports.api),
        PUBLIC_URL: api,
        ORIGINS: [at(ports.admin), at(ports.h5)].join(','),
        TOKEN_SECRET: secrets.tokenSecret,
        OWNER_EMAIL: secrets.ownerEmail,
        OWNER_PASSWORD: secrets.ownerPassword,
        STORAGE_DIR: join(dataDir, 'media'),
        WECHAT_APPID: wechat.appid,
        WECHAT_SECRET: wechat.secret,
        WECHAT_MCHID: wechat.mchid,
        WECHAT_SERIAL: wechat.serial,
        WECHAT_API_V3_KEY: wechat.apiV3Key,
        WECHAT_MERCHANT_KEY_FILE: wechat.merchantKeyFile,
        WECHAT_PLATFORM_PUBLIC_KEY_FILE: wechat.platformPublicKeyFile,
        WECHAT_PLATFORM_PUBLIC_KEY_ID: wechat.platformPublicKeyId,
        WECHAT_PUSH_TOKEN: secrets.pushToken,
        WECHAT_PUSH_AES_KEY: secrets.pushAesKey,
        WECHAT_API_BASE_URL: sandbox.url,
        WECHAT_PAY_BASE_URL: sandbox.url,
      },
    });
    stops.push(() => running.stop());
    await sandbox.control.setPush({
      url: `${api}/api/v1/wechat/push`,
      token: secrets.pushToken,
      encodingAesKey: secrets.pushAesKey,
      mode: 'safe',
      format: 'json',
    });

    const owner = { email: secrets.ownerEmail, password: secrets.ownerPassword };
    await seedTemplates(sandbox);
    await seedDemo(api, owner, (done, of) => {
      if (done === 1 || done === of || done % 10 === 0) say(`Demo house ${done}/${of}`);
    });

    if (watch) {
      say('Panel and mini program, reloading on change');
      stops.push(startDevServers({ root, api, sandbox: sandbox.url, admin: ports.admin, h5: ports.h5, say }));
    } else {
      say('Panel and mini program');
      const admin = await startFront({ root: join(root, 'apps/admin/dist'), port: ports.admin, api });
      const h5 = await startFront({ root: join(root, 'apps/miniapp/dist/build/h5'), port: ports.h5, api, sandbox: sandbox.url });
      stops.push(
        () => admin.close(),
        () => h5.close(),
      );
    }
    return {
      api,
      admin: at(ports.admin),
      h5: at(ports.h5),
      sandbox: at(ports.sandbox),
      docs: `${api}/api/docs`,
      databaseUrl,
      owner,
      wechat,
    };
  }

  /** The database of `DATABASE_URL`, or one of our own below the data folder. */
  async function database(
    secrets: ReturnType<typeof loadSecrets>,
    secretsFile: string,
    port: (what: string, offset: number) => Promise<number>,
  ): Promise<{ databaseUrl: string; postgres?: LocalPostgres }> {
    if (process.env.DATABASE_URL) return { databaseUrl: process.env.DATABASE_URL };
    const folder = join(dataDir, 'postgres');
    // An orphan of a killed parent still holds the old port: startPostgres finds it, and it is ended with the house.
    const number = existsSync(folder) && secrets.databasePort ? secrets.databasePort : await port('PostgreSQL', 4);
    const postgres = await startPostgres({ dataDir: folder, port: number, password: secrets.databasePassword });
    saveSecrets(secretsFile, { ...secrets, databasePort: number });
    return { databaseUrl: await ensureDatabase(postgres, 'pailou'), postgres };
  }

  /** Looks every two seconds whether PostgreSQL lives; one that was killed recovers by its log and goes on. */
  function keepAlive(postgres: LocalPostgres): () => Promise<void> {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      void postgres
        .alive()
        .then(async (alive) => {
          if (alive) return;
          say('PostgreSQL ended; starting it again');
          await postgres.restart();
        })
        .catch((error: unknown) => say(`PostgreSQL does not start: ${String(error)}`))
        .finally(() => (busy = false));
    }, 2000);
    return async () => {
      clearInterval(timer);
      await postgres.stop();
    };
  }
}
