import { api } from './client';

/** What the API resizes and keeps. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif,image/svg+xml';

/** Uploads one picture. @returns where it is served from */
export async function uploadPicture(file: File): Promise<string> {
  return (await api.post('/admin/pictures', { file })).url;
}
