import type { TestApp } from './harness.js';

/** The settings that make the first owner. */
export const ownerEnv = { OWNER_EMAIL: 'owner@example.com', OWNER_PASSWORD: 'correct horse battery' };

/** Signs an operator in; the answer is what `as` takes. */
export async function signInOperator(
  test: Pick<TestApp, 'request'>,
  email = ownerEnv.OWNER_EMAIL,
  password = ownerEnv.OWNER_PASSWORD,
): Promise<{ cookie: string }> {
  const { status, headers, body } = await test.request('POST', '/api/v1/admin/sign-in', { body: { email, password } });
  if (status !== 200) throw new Error(`The operator could not sign in: ${status} ${JSON.stringify(body)}`);
  return { cookie: headers.getSetCookie()[0]!.split(';')[0]! };
}

/** Invites somebody with a role of these permissions, limited to stores, accepts for them, and signs them in. */
export async function newOperator(
  test: Pick<TestApp, 'request'>,
  owner: { cookie: string },
  permissions: string[],
  storeIds: string[] | null,
  email = `${Math.random().toString(36).slice(2)}@example.com`,
): Promise<{ cookie: string; id: string; email: string }> {
  const role = await test.request('POST', '/api/v1/admin/roles', { as: owner, body: { name: email, permissions } });
  const invitation = await test.request('POST', '/api/v1/admin/invitations', {
    as: owner,
    body: { email, name: email.split('@')[0], roleId: role.body.id, storeIds },
  });
  const token = new URL(invitation.body.url).searchParams.get('token');
  const accepted = await test.request('POST', '/api/v1/admin/invitations/accept', { body: { token, password: 'a long enough password' } });
  if (accepted.status !== 200) throw new Error(`The invitation was not accepted: ${accepted.status} ${JSON.stringify(accepted.body)}`);
  return { cookie: accepted.headers.getSetCookie()[0]!.split(';')[0]!, id: accepted.body.id, email };
}
