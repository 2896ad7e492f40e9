import { X509Certificate } from 'node:crypto';
import { chinaTime } from '../clock.js';
import { seal } from '../crypto.js';
import type { World } from '../world.js';
import { paramError } from './errors.js';
import { platformCertificates } from './platform-keys.js';

/**
 * 下载平台证书: each certificate that holds, encrypted under the APIv3 key. Certificates of SM2 there are none.
 * @param algorithm RSA, SM2 or ALL; RSA when empty
 */
export function certificates(world: World, algorithm: string): { data: Record<string, unknown>[] } {
  if (!['', 'RSA', 'SM2', 'ALL'].includes(algorithm)) throw paramError('algorithm_type', '应为 RSA、SM2 或 ALL', algorithm, 'query');
  const listed = algorithm === 'SM2' ? [] : platformCertificates(world);
  return {
    data: listed.map(({ serial, certificate }) => {
      const read = new X509Certificate(certificate);
      return {
        serial_no: serial,
        effective_time: chinaTime(read.validFromDate.getTime()),
        expire_time: chinaTime(read.validToDate.getTime()),
        encrypt_certificate: seal(certificate, world.credentials.apiV3Key, 'certificate'),
      };
    }),
  };
}
