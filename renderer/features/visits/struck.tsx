import type { ReactNode } from 'react';

interface StruckProps {
  isStruck: boolean;
  className: string | undefined;
  children: ReactNode;
}

/** Struck through when it does not hold any more: also to a screen reader. */
export function Struck({ isStruck, className, children }: StruckProps) {
  const Element = isStruck ? 'del' : 'span';
  return <Element className={className}>{children}</Element>;
}
