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
    '给服务器装好证书（链完整、TLS 1.2 以上），再把 .env 的 PUBLIC_URL 改成 https:// 开头的地址',
    'Give the server a certificate (whole chain, TLS 1.2 or newer), and let PUBLIC_URL in .env begin with https://',
  ),
  not_a_name: todo(
    '把 .env 的 PUBLIC_URL 改成已备案的域名，不能是 IP 或 localhost',
    'Let PUBLIC_URL in .env be a filed domain name, not an address or localhost',
  ),
  port: todo(
    '让 .env 的 PUBLIC_URL 用默认端口 443：微信的回调和合法域名都按它来',
    'Let PUBLIC_URL in .env use port 443: WeChat’s callbacks and legal domains go by it',
  ),
} as const;

/** The address by itself. */
export function publicFinding(publicUrl: string): Finding {
  const fault = addressFault(publicUrl);
  return fault ? faults[fault] : fine(`${publicUrl} 符合微信的要求`, `${publicUrl} is as WeChat wants it`);
}

/** What to type into the console's list of legal domains. */
export function domainFinding(publicUrl: string): Finding {
  if (addressFault(publicUrl))
    return todo(
      '先改好“服务器地址”那一项，再把域名填进“开发管理 › 开发设置 › 服务器域名”',
      'Mend the line “Address of the server” first, then enter the domain in “开发管理 › 开发设置 › 服务器域名”',
    );
  const { host } = new URL(publicUrl);
  return {
    state: 'unknown',
    say: {
      zh: `在“开发管理 › 开发设置 › 服务器域名”填：request、uploadFile、downloadFile 为 https://${host}，socket 为 wss://${host}`,
      en: `In “开发管理 › 开发设置 › 服务器域名” enter https://${host} for request, uploadFile and downloadFile, and wss://${host} for socket`,
    },
  };
}
