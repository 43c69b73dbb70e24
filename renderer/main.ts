import { firstCalls } from './api/first-calls.ts';

/** Milliseconds after which a window that draws nothing (it is out of sight) is not waited for. */
const longestFrame = 100;

/** The cover that came with the page is drawn before its half a megabyte of code takes the thread. */
function coverDrawn(): Promise<void> {
  if (!document.getElementById('root')?.firstElementChild) return Promise.resolve();
  return new Promise((drawn) => {
    requestAnimationFrame(() => setTimeout(drawn));
    setTimeout(drawn, longestFrame);
  });
}

// This file is small, so that the calls are on their way while the code of the page is being read.
const calls = firstCalls();
void coverDrawn()
  .then(() => import('./app/start.tsx'))
  .then(({ start }) => start(calls));
