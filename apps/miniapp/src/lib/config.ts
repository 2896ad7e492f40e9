/**
 * Where the API is. h5 may be told at run time (`?api=`, `window.__PAILOU__`), so that one
 * build serves every address; a mini program only knows what it was built with.
 */
export interface Config {
  /** Absolute or, on h5, relative to the host: ends without a slash. */
  apiUrl: string;
  /** The stand-in for WeChat, h5 only. */
  sandbox: string;
  /** Who the stand-in signs in, h5 only. */
  customer: string;
}

interface Surroundings {
  query?: string;
  host?: { apiUrl?: string; sandbox?: string; customer?: string } | undefined;
  built?: string | undefined;
}

/** One value of a query string, decoded; empty when absent. */
export function queryValue(query: string, name: string): string {
  for (const pair of query.replace(/^\?/, '').split('&')) {
    const [key, value = ''] = pair.split('=');
    if (key === name) return decodeURIComponent(value.replace(/\+/g, ' '));
  }
  return '';
}

/** The query wins over the hosting page, which wins over the build. */
export function readConfig({ query = '', host = {}, built }: Surroundings): Config {
  const trim = (url: string) => url.replace(/\/+$/, '');
  return {
    apiUrl: trim(queryValue(query, 'api') || host.apiUrl || built || '/api/v1'),
    sandbox: trim(queryValue(query, 'sandbox') || host.sandbox || ''),
    customer: queryValue(query, 'customer') || host.customer || '',
  };
}

const inBrowser = typeof window !== 'undefined' && typeof window.location !== 'undefined';

export const config: Config = readConfig({
  query: inBrowser ? window.location.search : '',
  host: inBrowser ? window.__PAILOU__ : undefined,
  built: import.meta.env.VITE_API_URL,
});

/** A picture's address: what the API gives relative is relative to the API's host. */
export function pictureUrl(url: string | null | undefined, apiUrl = config.apiUrl): string {
  if (!url) return '';
  if (!url.startsWith('/') || url.startsWith('//')) return url;
  const origin = /^https?:\/\/[^/]+/.exec(apiUrl);
  return origin ? origin[0] + url : url;
}

/** The address of the live channel for an API base. */
export function liveUrl(apiUrl: string, pageOrigin: string): string {
  const absolute = apiUrl.startsWith('/') ? pageOrigin + apiUrl : apiUrl;
  return `${absolute.replace(/^http/, 'ws')}/live`;
}
