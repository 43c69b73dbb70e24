import './node-version.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { demandDisplay } from './display.mjs';
import { runApp } from './launch.mjs';
import { runScript } from './processes.mjs';
import { setUp } from './setup.mjs';
import { loadTypeScript } from './typescript.mjs';

/** `npm run demo`: the app on a register of 300 fictional customers, which is removed when the app is closed. */
await runScript(async () => {
  demandDisplay();
  const runtime = await setUp();
  await buildIfStale();
  const folder = mkdtempSync(path.join(tmpdir(), 'vastaanotto-demo-'));
  try {
    const { createFictionalRegister, staff } = await loadTypeScript('scripts/fiction/register.ts');
    console.log('Making 300 fictional customers with visits and consents …');
    await createFictionalRegister(path.join(folder, 'register'), {
      seed: 2026,
      customers: 300,
      visitsPerCustomer: 5,
      consentsPerCustomer: 4,
    });
    console.log('\nSign in as one of these:');
    for (const { name, roles, password } of staff)
      console.log(`  ${name} (${roles.join(', ')}): ${password}`);
    console.log('');
    return await runApp(runtime, [`--data-dir=${folder}`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
