import type { TestClient } from './client.ts';

type Account = Awaited<ReturnType<typeof accountNamed>>;

/** An account as the administrator sees it now. @throws Error when there is none of that name */
export async function accountNamed(admin: TestClient, name: string) {
  const { accounts } = await admin.call('accounts', 'list', {});
  const found = accounts.find((account) => account.name === name);
  if (!found) throw new Error(`no account is called ${name}`);
  return found;
}

/** Adds a person who has never signed in. */
export async function addedPerson(
  admin: TestClient,
  name = 'Lotta Koepelto',
  roles: Account['roles'] = ['reception'],
) {
  const { userId, oneTimePassphrase } = await admin.call('accounts', 'add', { name, roles });
  return { userId, name, oneTimePassphrase };
}
