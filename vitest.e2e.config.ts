import { defineConfig } from 'vitest/config';

/** The real app in a real window, one at a time: there is one screen and one keyboard focus. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/template.ts'],
    include: ['test/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});
