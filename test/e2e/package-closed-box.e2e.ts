import { describe } from 'vitest';
import { lockTests } from '../support/closed-box/lock.ts';
import { printingTests } from '../support/closed-box/printing.ts';
import { tracesTests } from '../support/closed-box/traces.ts';

/** The package with the one fuse left on that lets Playwright attach. */
const executable = process.env.VASTAANOTTO_TEST_PACKAGE ?? '';

describe('the package: what locks it', () => lockTests({ executable }));
describe('the package: its prints', () => printingTests({ executable }));
describe('the package: its traces', () => tracesTests({ executable }));
