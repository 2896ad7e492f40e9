import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Secrets {
  databasePassword: string;
  databasePort: number | null;
  tokenSecret: string;
  ownerEmail: string;
  ownerPassword: string;
}

/** Letters and digits that nobody confuses when reading them off a screen. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

function readablePassword(groups = 4): string {
  const group = () => Array.from(randomBytes(4), (byte) => readable[byte % readable.length]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** Reads the secrets of this machine, or makes them: nothing in Pailou has a default password. */
export function loadSecrets(file: string): Secrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const secrets: Secrets = {
    databasePassword: randomBytes(18).toString('base64url'),
    databasePort: null,
    tokenSecret: randomBytes(32).toString('base64url'),
    ownerEmail: 'owner@example.com',
    ownerPassword: readablePassword(),
  };
  saveSecrets(file, secrets);
  return secrets;
}

export function saveSecrets(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
}
