import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { idleTime } from '#main/electron/idle-clock.ts';
import { IdleLock } from '#main/electron/idle-lock.ts';

const minute = 60_000;

function observed() {
  const told: string[] = [];
  const idle = new IdleLock({
    warn: (seconds) => told.push(`warn ${seconds}`),
    warningOver: () => told.push('over'),
    lock: () => told.push('lock'),
  });
  return { idle, told };
}

describe('idle time', () => {
  const start = { monotonic: 0, wall: 0 };

  test('is what the monotonic clock says when the wall clock agrees', () => {
    expect(idleTime(start, { monotonic: 5000, wall: 5000 })).toBe(5000);
  });

  test('is what the wall clock says after a sleep', () => {
    expect(idleTime(start, { monotonic: 1000, wall: 9000 })).toBe(9000);
  });

  test('counts a wall clock that was set back', () => {
    expect(idleTime(start, { monotonic: 1000, wall: -9000 })).toBe(9000);
  });
});

describe('the idle lock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('locks once when the limit passes, after counting down the last half minute', () => {
    const { idle, told } = observed();
    idle.start(1);
    vi.advanceTimersByTime(2 * minute);
    expect(told[0]).toBe('warn 30');
    expect(told.filter((word) => word === 'lock')).toEqual(['lock']);
    expect(told.at(-1)).toBe('lock');
    expect(told).toHaveLength(31);
  });

  test('starts again at each activity and takes its warning back', () => {
    const { idle, told } = observed();
    idle.start(1);
    vi.advanceTimersByTime(31_000);
    idle.activity();
    vi.advanceTimersByTime(29_000);
    idle.activity();
    expect(told).toEqual(['warn 30', 'warn 29', 'over']);
  });

  test('is not kept open by the first touch after a sleep, before any tick of its timer', () => {
    const { idle, told } = observed();
    idle.start(1);
    vi.setSystemTime(Date.now() + 2 * minute);
    idle.activity();
    expect(told).toEqual(['lock']);
  });

  test('tells nothing when it was stopped', () => {
    const { idle, told } = observed();
    idle.start(1);
    idle.stop();
    idle.activity();
    vi.advanceTimersByTime(2 * minute);
    expect(told).toEqual([]);
  });
});
