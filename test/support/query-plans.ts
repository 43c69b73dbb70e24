import { Kysely } from 'kysely';
import { onTestFinished } from 'vitest';
import { registerDialect } from '#main/register/database/dialect.ts';
import { LeasedConnection } from '#main/register/database/lease.ts';
import type { Schema } from '#main/register/database/schema.ts';
import { createTemporaryRegister } from './database.ts';

/** A real file with every statement it is asked kept, so that the plan of each can be read afterwards. */
export async function watchedQueries() {
  const register = await createTemporaryRegister();
  const connection = await register.driver.open({ ...register, mode: 'write' });
  onTestFinished(() => connection.close());
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: registerDialect(new LeasedConnection(connection), 'BEGIN'),
    log({ query }) {
      asked.push(query);
    },
  });
  const plans = async () => {
    const found: { sql: string; detail: string }[] = [];
    for (const { sql, parameters } of asked) {
      const steps = await connection.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
      found.push(...steps.map(({ detail }) => ({ sql, detail })));
    }
    return found;
  };
  return { db, plans };
}
