import { tracesTests } from '../support/closed-box/traces.ts';

tracesTests();
