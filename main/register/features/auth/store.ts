import type { Queries } from '../../database/database.ts';

/** What a person who signs in is told of the office. */
export interface OfficeAtSignIn {
  readonly clinicName: string;
  /** How long without input until the window locks by itself. */
  readonly idleMinutes: number;
}

export async function readOffice(db: Queries): Promise<OfficeAtSignIn> {
  const { name, idle_minutes } = await db
    .selectFrom('office')
    .select(['name', 'idle_minutes'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return { clinicName: name, idleMinutes: idle_minutes };
}
