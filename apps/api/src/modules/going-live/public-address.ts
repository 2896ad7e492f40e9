import { type Finding, fine, todo } from './check.js';

/** Whether WeChat and phones can use this address: https, a name, the usual port. */
export function addressFault(publicUrl: string): 'not_https' | 'not_a_name' | 'port' | null {
  const { protocol, hostname, port } = new URL(publicUrl);
  if (protocol !== 'https:') return 'not_https';
  if (hostname === 'localhost' || /^[\d.]+$/.test(hostname) || hostname.includes(':') || !hostname.includes('.')) return 'not_a_name';
  return port === '' ? null : 'port';
}

const faults = {
  not_https: todo(
    'PUBLIC_URL 要以 https:// 开头，证书链完整、TLS 1.2 以上',
    'PUBLIC_URL must begin with https://, with a whole certificate chain and TLS 1.2 or newer',
  ),
  not_a_name: todo(
    'PUBLIC_URL 要用已备案的域名，不能是 IP 或 localhost',
    'PUBLIC_URL must be a filed domain name, not an address or localhost',
  ),
  port: todo('PUBLIC_URL 用默认端口 443，微信回调和合法域名才省心', 'Let PUBLIC_URL use port 443, so that callbacks and legal domains fit'),
} as const;

/** The address by itself. */
export function publicFinding(publicUrl: string): Finding {
  const fault = addressFault(publicUrl);
  return fault ? faults[fault] : fine(`${publicUrl} 符合微信的要求`, `${publicUrl} is as WeChat wants it`);
}

/** What to type into the console's list of legal domains. */
export function domainFinding(publicUrl: string): Finding {
  const fault = addressFault(publicUrl);
  if (fault) return faults[fault];
  const { host } = new URL(publicUrl);
  return {
    state: 'unknown',
    say: {
      zh: `在“开发管理 › 开发设置 › 服务器域名”填：request、uploadFile、downloadFile 为 https://${host}，socket 为 wss://${host}`,
      en: `In “开发管理 › 开发设置 › 服务器域名” enter https://${host} for request, uploadFile and downloadFile, and wss://${host} for socket`,
    },
  };
}
