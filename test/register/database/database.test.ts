import { describe, expect, it } from 'vitest';
import { temporaryDatabase } from '#test/support/database.ts';

describe('the register database', () => {
  it('opens what it created', async () => {
    const database = await temporaryDatabase();
    const info = await database.read.selectFrom('register_info').selectAll().executeTakeFirstOrThrow();
    expect(info.key_epoch).toBe(1);
  });
});
