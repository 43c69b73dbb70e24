import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/*
 * One row for each customer in place of one for each slot: an array of [purpose, channel, answer, wording version,
 * last valid day, is ended, is prohibited, is excepted].
 */
const states = `
  CREATE TABLE consent_states_of_customers (
    customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
    slots TEXT NOT NULL CHECK (json_valid(slots))
  ) STRICT, WITHOUT ROWID;
  INSERT INTO consent_states_of_customers (customer_id, slots)
  SELECT customer_id, json_group_array(json_array(purpose, channel, answer, wording_version, valid_until,
    is_ended, is_prohibited, is_excepted))
  FROM consent_states GROUP BY customer_id;
  DROP TABLE consent_states;
  ALTER TABLE consent_states_of_customers RENAME TO consent_states;
`;

/** What a list shows of a row of `customers`. A protected number is in no list (turvakielto). */
const listed = (row: string) => `json_array(${row}.customer_number, ${row}.last_name, ${row}.first_names,
    ${row}.birth_date, ${row}.language, CASE ${row}.contact_protected WHEN 0 THEN ${row}.phone END,
    ${row}.contact_protected, ${row}.deceased_on IS NOT NULL, ${row}.restricted_since IS NOT NULL)`;

const copied = `
    listed = (SELECT ${listed('customers')} FROM customers WHERE customers.id = customer_search.customer_id),
    consents = coalesce(
      (SELECT slots FROM consent_states WHERE consent_states.customer_id = customer_search.customer_id), '[]')`;

/* The words are indexed anew only when they or the place change. */
const search = `
  ALTER TABLE customer_search ADD COLUMN listed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(listed));
  ALTER TABLE customer_search ADD COLUMN consents TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(consents));

  DROP TRIGGER customer_search_index_update;
  UPDATE customer_search SET ${copied};
  CREATE TRIGGER customer_search_index_update AFTER UPDATE OF position, words ON customer_search
  BEGIN
    INSERT INTO customer_search_index (customer_search_index, rowid, words)
    VALUES ('delete', OLD.position, OLD.words);
    INSERT INTO customer_search_index (rowid, words) VALUES (NEW.position, NEW.words);
  END;
`;

const triggers = `
  CREATE TRIGGER customer_search_listed AFTER INSERT ON customer_search
  BEGIN UPDATE customer_search SET ${copied} WHERE position = NEW.position; END;
  CREATE TRIGGER customers_listed AFTER UPDATE OF customer_number, last_name, first_names, birth_date, language,
    phone, contact_protected, deceased_on, restricted_since ON customers
  BEGIN UPDATE customer_search SET listed = ${listed('NEW')} WHERE customer_id = NEW.id; END;
  CREATE TRIGGER consent_states_listed AFTER INSERT ON consent_states
  BEGIN UPDATE customer_search SET consents = NEW.slots WHERE customer_id = NEW.customer_id; END;
  CREATE TRIGGER consent_states_relisted AFTER UPDATE OF slots ON consent_states
  BEGIN UPDATE customer_search SET consents = NEW.slots WHERE customer_id = NEW.customer_id; END;
`;

/**
 * What a list shows of a customer stands beside the words that find them, in name order: a page of fifty lies on a few
 * neighbouring pages of the file in place of up to two hundred. Triggers keep the copy true, whoever writes.
 */
export const listedCustomers: Migration = {
  version: 18,
  name: 'listed-customers',
  changesRowsOf: ['consent_states'],
  async up(sql: SqlExecutor) {
    await sql.exec(states);
    await sql.exec(search + triggers);
  },
};
