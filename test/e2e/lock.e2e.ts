import { lockTests } from '../support/closed-box/lock.ts';

lockTests();
