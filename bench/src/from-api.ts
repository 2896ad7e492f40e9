/** A file of the API as it was built. */
export const fromApi = async <T>(file: string): Promise<T> =>
  (await import(new URL(`../../apps/api/dist/${file}`, import.meta.url).href)) as T;
