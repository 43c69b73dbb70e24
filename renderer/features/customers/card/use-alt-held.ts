import { useEffect, useState } from 'react';

/** True while Alt is down: then the tabs show their keys. */
export function useAltHeld(): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const follow = (event: KeyboardEvent) => {
      if (event.key === 'Alt') setIsHeld(event.type === 'keydown');
    };
    const release = () => setIsHeld(false);
    window.addEventListener('keydown', follow);
    window.addEventListener('keyup', follow);
    window.addEventListener('blur', release);
    return () => {
      window.removeEventListener('keydown', follow);
      window.removeEventListener('keyup', follow);
      window.removeEventListener('blur', release);
    };
  }, []);
  return isHeld;
}
