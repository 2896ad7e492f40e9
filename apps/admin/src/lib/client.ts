import { createClient, fetchTransport, Offline, Problem } from '@pailou/client';
import { locale } from './i18n';
import { c } from './texts';

export { Problem };

const signedOutListeners = new Set<() => void>();
/** Calls `listener` when the API says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): void {
  signedOutListeners.add(listener);
}

/** The REST API, asked with the operator's cookie. Failures are a `Problem`, or `Offline` without an answer. */
export const api = createClient({
  transport: fetchTransport({ credentials: 'same-origin' }),
  locale: () => locale.value,
  // A wrong password is a 401 too, but it does not end a session.
  onUnauthorized: (path) => {
    if (!path.startsWith('/admin/sign-in')) for (const listener of signedOutListeners) listener();
  },
});

/** What to tell a person about any failure. Never the words of a proxy. */
export function messageOf(error: unknown): string {
  if (error instanceof Offline) return c('offline');
  if (!(error instanceof Problem) || !error.title) return c('unexpected');
  return error.detail && error.detail !== error.title ? `${error.title} ${error.detail}` : error.title;
}

/** The first error at each field by its path, such as `variants.0.priceFen`; empty if the failure was of another kind. */
export function fieldsOf(error: unknown): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  if (error instanceof Problem) for (const { path, message } of error.errors) fields[path] ??= message;
  return fields;
}
