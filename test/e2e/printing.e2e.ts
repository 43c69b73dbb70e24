import { printingTests } from '../support/closed-box/printing.ts';

printingTests();
