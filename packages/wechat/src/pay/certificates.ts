import { X509Certificate } from 'node:crypto';
import { objectOf, objectsOf, textOf } from '../fields.js';
import { openSealed } from './crypto.js';
import type { KnownKey } from './verifier.js';

/**
 * The keys of the platform certificates in an answer of GET /v3/certificates that are valid now, by their serial.
 * What does not open under the API v3 key, or names another serial than its own, is left.
 */
export function readCertificates(body: Readonly<Record<string, unknown>>, apiV3Key: string, now: Date): KnownKey[] {
  return objectsOf(body.data).flatMap(({ serial_no, encrypt_certificate }) => {
    const id = textOf(serial_no);
    const { nonce, associated_data, ciphertext } = objectOf(encrypt_certificate);
    const pem = openSealed({ nonce: textOf(nonce), associated_data: textOf(associated_data), ciphertext: textOf(ciphertext) }, apiV3Key);
    if (id === '' || pem === null) return [];
    try {
      const certificate = new X509Certificate(pem);
      const until = new Date(certificate.validTo);
      const valid = new Date(certificate.validFrom) <= now && now < until;
      return valid && plain(certificate.serialNumber) === plain(id) ? [{ id, key: certificate.publicKey, until }] : [];
    } catch {
      return [];
    }
  });
}

const plain = (serial: string): string => serial.replace(/^0+/, '').toUpperCase();
