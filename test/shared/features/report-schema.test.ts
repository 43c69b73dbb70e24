import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { reportSchema } from '#shared/features/reports/report.ts';

const page = new URL('../../../docs/report.schema.json', import.meta.url);

it('the published schema of report.json is the one that reports are made by', async () => {
  const schema = {
    $id: 'vastaanotto-report-1',
    title: 'One customer’s data in a Vastaanotto register',
    ...z.toJSONSchema(reportSchema),
  };
  if (process.env.UPDATE_DOCS) await writeFile(page, JSON.stringify(schema, null, 2));
  expect(JSON.parse(await readFile(page, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});
