import '@fastify/multipart';
import { SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { commonProblems, Problem } from './problem.js';

export const TAKES_UPLOAD = 'pailou:upload';
/** The route takes one file as `multipart/form-data`: stands in the OpenAPI document. */
export const TakesUpload = () => SetMetadata(TAKES_UPLOAD, true);

export interface Upload {
  bytes: Buffer;
  filename: string;
  /** As the sender says: never trusted for what the bytes are. */
  mimeType: string;
}

/**
 * Reads the one file of a `multipart/form-data` body (field `file`).
 * @throws Problem `common.no_file` (422), `common.too_large` (413), `common.unsupported_media_type` (415), `common.bad_request` (400) for a form that breaks off
 */
export async function readUpload(request: FastifyRequest, { maxBytes }: { maxBytes: number }): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem(commonProblems.unsupported_media_type);
  try {
    return await firstFile(request, maxBytes);
  } catch (error) {
    // What is thrown while reading is always about what was sent; the parser gives some of it no status.
    if (error instanceof Problem || (error as { statusCode?: number }).statusCode) throw error;
    throw new Problem(commonProblems.bad_request);
  }
}

async function firstFile(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 10 } });
  if (!part || part.fieldname !== 'file') throw new Problem(commonProblems.no_file);
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) chunks.push(chunk as Buffer);
  if (part.file.truncated) throw new Problem(commonProblems.too_large);
  return { bytes: Buffer.concat(chunks), filename: part.filename, mimeType: part.mimetype };
}
