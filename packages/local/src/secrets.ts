import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Secrets {
  databasePassword: string;
  databasePort: number | null;
  tokenSecret: string;
  ownerEmail: string;
  ownerPassword: string;
  /** Of WeChat's message push: what one types into the console when live. */
  pushToken: string;
  pushAesKey: string;
}

/** Letters and digits that nobody confuses when reading them off a screen. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

function readablePassword(groups = 4): string {
  const group = () => Array.from(randomBytes(4), (byte) => readable[byte % readable.length]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** WeChat's EncodingAESKey holds neither `+` nor `/`. */
function lettersAndDigits(length: number): string {
  let text = '';
  while (text.length < length) text += randomBytes(48).toString('base64').replaceAll(/[+/=]/g, '');
  return text.slice(0, length);
}

/** Reads the secrets of this machine, or makes what is missing: nothing in Pailou has a default password. */
export function loadSecrets(file: string): Secrets {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const secrets: Secrets = {
    databasePassword: randomBytes(18).toString('base64url'),
    databasePort: null,
    tokenSecret: randomBytes(32).toString('base64url'),
    ownerEmail: 'owner@example.com',
    ownerPassword: readablePassword(),
    pushToken: randomBytes(12).toString('hex'),
    pushAesKey: lettersAndDigits(43),
    ...known,
  };
  if (Object.keys(secrets).some((name) => !(name in known))) saveSecrets(file, secrets);
  return secrets;
}

export function saveSecrets(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
}
