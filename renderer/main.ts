import { firstCalls } from './api/first-calls.ts';

// This file is small, so that the calls are on their way while the code of the page is being read.
const calls = firstCalls();
void import('./app/start.tsx').then(({ start }) => start(calls));
