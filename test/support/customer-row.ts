import { uuidv7 } from 'uuidv7';
import type { RegisterDatabase } from '#main/register/database/database.ts';

/** A fictional customer put straight into the register, for features whose rows belong to one. */
export async function insertCustomer(database: RegisterDatabase, number = 10_482): Promise<string> {
  const id = uuidv7();
  const at = '2026-11-18T12:00:00.000Z';
  await database.write((tx) =>
    tx
      .insertInto('customers')
      .values({
        id,
        customer_number: number,
        last_name: 'Mallikas',
        first_names: 'Aino Helena',
        name_in_use: 'Aino',
        hetu: null,
        birth_date: '1987-03-14',
        sex: 'female',
        language: 'fi',
        phone: '+358400000182',
        email: 'aino.mallikas@posti.example',
        street: null,
        postal_code: null,
        city: null,
        source: 'customer',
        source_at: at,
        version: 1,
        created_at: at,
        created_by: 'helmi',
        created_by_name: 'Helmi Testola',
        updated_at: at,
        updated_by: 'helmi',
        updated_by_name: 'Helmi Testola',
      })
      .execute(),
  );
  return id;
}
