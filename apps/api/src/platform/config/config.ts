import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const url = z.url().transform((value) => value.replace(/\/$/, ''));
/** Each variable, as `.env.example` explains it. */
export const Environment = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'set it to a PostgreSQL connection string, such as postgres://user:password@host/database'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    PUBLIC_URL: url.default('http://localhost:3000').describe('where browsers and WeChat reach this API'),
    ORIGINS: z
      .string()
      .default('')
      .transform((value) =>
        value
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      )
      .describe('other origins that may call with a cookie or from a browser, separated by commas'),
    TOKEN_SECRET: z.string().min(32, 'set it to at least 32 random characters; there is no default'),
    OWNER_EMAIL: z.email().optional().describe('the first owner, made at the first start'),
    OWNER_PASSWORD: z.string().min(10).optional(),
    STORAGE_DIR: z.string().default('.data/media').describe('the folder of pictures, unless S3 is set'),
    STORAGE_S3_BUCKET: z.string().default(''),
    STORAGE_S3_REGION: z.string().default('us-east-1'),
    STORAGE_S3_ENDPOINT: z.string().default('').describe('for stores that speak S3, such as Tencent COS or MinIO'),
    STORAGE_S3_ACCESS_KEY_ID: z.string().default(''),
    STORAGE_S3_SECRET_ACCESS_KEY: z.string().default(''),
    TRUST_PROXY: z
      .string()
      .default('loopback,linklocal,uniquelocal')
      .describe('whose X-Forwarded-For is believed: names or networks, separated by commas'),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
    FILING_NUMBER: z.string().max(60).default('').describe('of the mini program (小程序备案号), shown to customers'),
    MINIAPP_BUILD: z.string().default('').describe('the built mini program, to read what it uses; beside the API unless set'),
    WORKER: z.enum(['true', 'false']).default('true').describe('whether this process also works off jobs'),
    WECHAT_APPID: z.string().default(''),
    WECHAT_SECRET: z.string().default(''),
    WECHAT_MCHID: z.string().default(''),
    WECHAT_SERIAL: z.string().default(''),
    WECHAT_API_V3_KEY: z
      .string()
      .refine((value) => value === '' || Buffer.byteLength(value) === 32, 'set it to the 32 characters of the API v3 key')
      .default(''),
    WECHAT_MERCHANT_KEY_FILE: z.string().default(''),
    WECHAT_PLATFORM_PUBLIC_KEY_FILE: z.string().default(''),
    WECHAT_PLATFORM_PUBLIC_KEY_ID: z.string().default(''),
    WECHAT_PUSH_TOKEN: z
      .string()
      .regex(/^$|^[A-Za-z0-9]{3,32}$/, 'set it to the 3 to 32 letters and digits of the console')
      .default(''),
    WECHAT_PUSH_AES_KEY: z
      .string()
      .regex(/^$|^[A-Za-z0-9]{43}$/, 'set it to the 43 characters of the console')
      .default(''),
    WECHAT_API_BASE_URL: url.default('https://api.weixin.qq.com'),
    WECHAT_PAY_BASE_URL: url.default('https://api.mch.weixin.qq.com'),
  })
  .superRefine((env, context) => {
    // Half a merchant cannot be paid: each missing part is named now, not at the first customer.
    if (env.WECHAT_MCHID === '') return;
    for (const name of [
      'WECHAT_SERIAL',
      'WECHAT_API_V3_KEY',
      'WECHAT_MERCHANT_KEY_FILE',
      'WECHAT_PLATFORM_PUBLIC_KEY_FILE',
      'WECHAT_PLATFORM_PUBLIC_KEY_ID',
    ] as const) {
      if (env[name] === '') context.addIssue({ code: 'custom', path: [name], message: 'set it too, since WECHAT_MCHID is set' });
    }
  });

/** Every setting of the process, read once. */
export abstract class Config {
  readonly databaseUrl: string;
  readonly port: number;
  readonly publicUrl: string;
  readonly origins: string[];
  readonly tokenSecret: string;
  readonly owner: { email: string; password: string } | undefined;
  readonly storage:
    | { kind: 'disk'; folder: string }
    | { kind: 's3'; bucket: string; region: string; endpoint: string; accessKeyId: string; secretAccessKey: string };
  readonly trustProxy: string;
  readonly logLevel: string;
  readonly filingNumber: string;
  readonly miniappBuild: string;
  readonly worker: boolean;
  readonly wechat: {
    appid: string;
    secret: string;
    mchid: string;
    serial: string;
    apiV3Key: string;
    merchantKeyFile: string;
    platformPublicKeyFile: string;
    platformPublicKeyId: string;
    pushToken: string;
    pushAesKey: string;
    apiBaseUrl: string;
    payBaseUrl: string;
  };
}

/** Reads the environment; throws one sentence for each setting that is missing or wrong, never with its value. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const result = Environment.safeParse(env);
  if (!result.success) {
    throw new Error(
      `Pailou cannot start:\n${result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')}`,
    );
  }
  const e = result.data;
  return {
    databaseUrl: e.DATABASE_URL,
    port: e.PORT,
    publicUrl: e.PUBLIC_URL,
    origins: e.ORIGINS,
    tokenSecret: e.TOKEN_SECRET,
    owner: e.OWNER_EMAIL && e.OWNER_PASSWORD ? { email: e.OWNER_EMAIL, password: e.OWNER_PASSWORD } : undefined,
    storage: e.STORAGE_S3_BUCKET
      ? {
          kind: 's3',
          bucket: e.STORAGE_S3_BUCKET,
          region: e.STORAGE_S3_REGION,
          endpoint: e.STORAGE_S3_ENDPOINT,
          accessKeyId: e.STORAGE_S3_ACCESS_KEY_ID,
          secretAccessKey: e.STORAGE_S3_SECRET_ACCESS_KEY,
        }
      : { kind: 'disk', folder: resolve(e.STORAGE_DIR) },
    trustProxy: e.TRUST_PROXY,
    logLevel: e.LOG_LEVEL,
    filingNumber: e.FILING_NUMBER,
    miniappBuild: e.MINIAPP_BUILD
      ? resolve(e.MINIAPP_BUILD)
      : fileURLToPath(new URL('../../../../miniapp/dist/build/mp-weixin', import.meta.url)),
    worker: e.WORKER === 'true',
    wechat: {
      appid: e.WECHAT_APPID,
      secret: e.WECHAT_SECRET,
      mchid: e.WECHAT_MCHID,
      serial: e.WECHAT_SERIAL,
      apiV3Key: e.WECHAT_API_V3_KEY,
      merchantKeyFile: e.WECHAT_MERCHANT_KEY_FILE,
      platformPublicKeyFile: e.WECHAT_PLATFORM_PUBLIC_KEY_FILE,
      platformPublicKeyId: e.WECHAT_PLATFORM_PUBLIC_KEY_ID,
      pushToken: e.WECHAT_PUSH_TOKEN,
      pushAesKey: e.WECHAT_PUSH_AES_KEY,
      apiBaseUrl: e.WECHAT_API_BASE_URL,
      payBaseUrl: e.WECHAT_PAY_BASE_URL,
    },
  };
}
