import type { Clinic } from '#shared/features/auth/contract.ts';
import type { Queries } from '../../database/database.ts';

export async function readIdleMinutes(db: Queries): Promise<number> {
  const { idle_minutes } = await db
    .selectFrom('office')
    .select('idle_minutes')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return idle_minutes;
}

/** @param by `now`: UTC instant */
export async function writeIdleMinutes(
  tx: Queries,
  minutes: number,
  by: { actorId: string; now: string },
): Promise<void> {
  await tx
    .updateTable('office')
    .set({ idle_minutes: minutes, updated_at: by.now, updated_by: by.actorId })
    .where('id', '=', 1)
    .execute();
}

/** The controller's details as letters and reports show them. */
export async function readClinic(db: Queries): Promise<Clinic> {
  const office = await db.selectFrom('office').selectAll().where('id', '=', 1).executeTakeFirstOrThrow();
  return {
    name: office.name,
    businessId: office.business_id,
    street: office.street,
    postalCode: office.postal_code,
    city: office.city,
    phone: office.phone,
    email: office.email,
    dataContact: office.data_contact,
  };
}
