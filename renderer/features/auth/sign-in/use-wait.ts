import { useCallback, useEffect, useState } from 'react';

export interface Wait {
  /** Whole seconds, at least one. */
  secondsLeft: number;
  /** 0–100. */
  percentPassed: number;
  /** Instant at which the next try is taken. */
  until: string;
}

interface Running {
  total: number;
  endsAt: number;
}

const tick = 250;

/** Counts a waiting time down. Ours is only for show: the register process keeps the real one. */
export function useWait(initialSeconds: number): { wait: Wait | null; start: (seconds: number) => void } {
  const [running, setRunning] = useState<Running | null>(() => begin(initialSeconds));
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= running.endsAt) setRunning(null);
    }, tick);
    return () => clearInterval(timer);
  }, [running]);

  const start = useCallback((seconds: number) => {
    setNow(Date.now());
    setRunning(begin(seconds));
  }, []);
  return { wait: running && waitAt(running, now), start };
}

function begin(seconds: number): Running | null {
  return seconds > 0 ? { total: seconds * 1000, endsAt: Date.now() + seconds * 1000 } : null;
}

function waitAt({ total, endsAt }: Running, now: number): Wait {
  const left = Math.max(0, endsAt - now);
  return {
    secondsLeft: Math.max(1, Math.ceil(left / 1000)),
    percentPassed: Math.round(((total - left) / total) * 100),
    until: new Date(endsAt).toISOString(),
  };
}
