import type { Bridge } from '#shared/rpc/bridge.ts';

declare global {
  interface Window {
    paintBench: PaintBench;
  }
}

/** What the page measures about one key at a time. */
interface PaintBench {
  /** Milliseconds from the last key event to the frame after what was expected. */
  painted: Promise<number>;
  /** The next key is to end in a list of exactly these customers, from above. */
  expectHits(customerIds: readonly string[]): void;
  /** The next key is to make a call that reads nothing and to show that it was answered. */
  expectAnswer(requestId: string): void;
}

/** Runs in the page and puts `paintBench` there. */
export function preparePaintBench(): void {
  const { vastaanotto } = window as unknown as { vastaanotto: Bridge };
  const sign = document.body.appendChild(document.createElement('output'));
  sign.hidden = true;

  const keyPressed = () =>
    new Promise<number>((pressed) => {
      const listener = (event: KeyboardEvent) => pressed(event.timeStamp);
      addEventListener('keydown', listener, { capture: true, once: true });
    });

  const mutation = (holds: () => boolean) =>
    new Promise<void>((held, failed) => {
      const observer = new MutationObserver(() => {
        if (!holds()) return;
        observer.disconnect();
        held();
      });
      observer.observe(document.body, {
        childList: true,
        subtree: true,
        attributes: true,
        characterData: true,
      });
      setTimeout(() => failed(new Error('what was expected did not show')), 20_000);
    });

  /** The first callback runs before a frame is painted, the second after it. */
  const nextFrame = () =>
    new Promise<void>((painted) => {
      requestAnimationFrame(() => requestAnimationFrame(() => painted()));
    });

  const measure = async (key: Promise<number>, shown: Promise<void>) => {
    const start = await key;
    await shown;
    await nextFrame();
    return performance.now() - start;
  };

  window.paintBench = {
    painted: Promise.resolve(0),
    expectHits(customerIds) {
      const expected = customerIds.join();
      const listed = () =>
        [...document.querySelectorAll('[role=option]')].map(({ id }) => id.slice(-36)).join();
      this.painted = measure(
        keyPressed(),
        mutation(() => listed() === expected),
      );
    },
    expectAnswer(requestId) {
      const key = keyPressed();
      void key
        .then(() => vastaanotto.call({ requestId, feature: 'auth', name: 'session', input: {} }))
        .then(() => {
          sign.textContent = requestId;
        });
      this.painted = measure(
        key,
        mutation(() => sign.textContent === requestId),
      );
    },
  };
}
