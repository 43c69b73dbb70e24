import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/template.ts'],
    setupFiles: ['test/support/known-hashes.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Real password hashing takes its time, also on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
