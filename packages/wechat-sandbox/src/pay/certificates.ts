import { X509Certificate } from 'node:crypto';
import { chinaTime } from '../clock.js';
import { seal } from '../crypto.js';
import type { World } from '../world.js';

/** 下载平台证书: the certificate encrypted under the APIv3 key. */
export function certificates(world: World): { data: Record<string, unknown>[] } {
  const { platformCertificate, apiV3Key } = world.credentials;
  const read = new X509Certificate(platformCertificate);
  return {
    data: [
      {
        serial_no: read.serialNumber.toUpperCase(),
        effective_time: chinaTime(read.validFromDate.getTime()),
        expire_time: chinaTime(read.validToDate.getTime()),
        encrypt_certificate: seal(platformCertificate, apiV3Key, 'certificate'),
      },
    ],
  };
}
