import { defineConfig } from 'vitest/config';

const displays = process.env.VASTAANOTTO_DISPLAYS?.split(' ') ?? [];

/** The real app in a real window, one on each display: there is one screen and one keyboard focus. */
export default defineConfig({
  test: {
    globalSetup: ['test/support/template.ts'],
    setupFiles: ['test/support/own-display.ts'],
    include: ['test/e2e/**/*.e2e.ts'],
    fileParallelism: displays.length > 1,
    maxWorkers: Math.max(displays.length, 1),
    testTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 120_000,
  },
});
