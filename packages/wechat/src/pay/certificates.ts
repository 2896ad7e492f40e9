import { type KeyObject, X509Certificate } from 'node:crypto';
import { openSealed, type Sealed } from './crypto.js';

/**
 * The keys of the platform certificates in an answer of GET /v3/certificates that are valid now, by their serial.
 * What does not open under the API v3 key, or names another serial than its own, is left.
 */
export function readCertificates(body: Readonly<Record<string, unknown>>, apiV3Key: string, now: Date): { id: string; key: KeyObject }[] {
  return (Array.isArray(body.data) ? (body.data as { serial_no?: unknown; encrypt_certificate?: Sealed }[]) : []).flatMap(
    ({ serial_no: serial, encrypt_certificate: sealed }) => {
      const pem =
        typeof serial === 'string' && sealed && typeof sealed.ciphertext === 'string' && typeof sealed.nonce === 'string'
          ? openSealed(sealed, apiV3Key)
          : null;
      if (!pem) return [];
      try {
        const certificate = new X509Certificate(pem);
        const valid = new Date(certificate.validFrom) <= now && now < new Date(certificate.validTo);
        const own = certificate.serialNumber.replace(/^0+/, '').toUpperCase() === String(serial).replace(/^0+/, '').toUpperCase();
        return valid && own ? [{ id: String(serial), key: certificate.publicKey }] : [];
      } catch {
        return [];
      }
    },
  );
}
