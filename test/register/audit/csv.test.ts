import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord } from '#main/register/features/audit/csv.ts';

/** A reader of RFC 4180, written from the grammar. */
function readRecords(text: string): string[][] {
  const records: string[][] = [];
  let [record, field, at]: [string[], string, number] = [[], '', 0];
  while (at < text.length) {
    expect(text[at]).toBe('"');
    for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
      field += text[at];
      if (text[at] === '"') at += 1;
    }
    record.push(field);
    [field, at] = ['', at + 1];
    if (text.startsWith('\r\n', at)) {
      records.push(record);
      [record, at] = [[], at + 2];
    } else {
      expect(text[at]).toBe(',');
      at += 1;
    }
  }
  return records;
}

describe('a record of the exported table', () => {
  it('comes back as it went, whatever it holds, but for the guard before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 }), (records) => {
        const read = readRecords(records.map(csvRecord).join(''));
        const unguarded = read.map((record, row) =>
          record.map((field, column) => (field === `'${records[row]?.[column]}` ? field.slice(1) : field)),
        );
        expect(unguarded).toEqual(records);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '＝1', '=cmd|"/c calc"!A1'])(
    'never begins a field like a formula: %j',
    (text) => {
      expect(csvRecord([text])).toMatch(/^"'/);
    },
  );

  it('leaves ordinary text alone', () => {
    expect(csvRecord(['Mallikas', '10001', '18.11.2026', 'a "b", c'])).toBe(
      '"Mallikas","10001","18.11.2026","a ""b"", c"\r\n',
    );
  });
});
