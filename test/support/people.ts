import type { Role } from '#shared/values/roles.ts';

/** Strong enough for the rule, the same for every fictional person of the tests. */
export const testPassword = 'neljä tuulista mustikkaa';

export type Person = 'reception' | 'manager' | 'admin' | 'all';

export const people: Record<Person, { name: string; roles: Role[] }> = {
  reception: { name: 'Helmi Testola', roles: ['reception'] },
  manager: { name: 'Ida Näytesalo', roles: ['manager'] },
  admin: { name: 'Onni Keksilä', roles: ['admin'] },
  all: { name: 'Marja Esimäki', roles: ['reception', 'manager', 'admin'] },
};
