import type { Clinic } from '#shared/features/auth/contract.ts';
import type { Queries } from '../../database/database.ts';

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
