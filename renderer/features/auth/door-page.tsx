import type { ClosedDoor } from '#shared/desktop.ts';

export function DoorPage({ closed }: { closed: ClosedDoor }) {
  return <main>{closed.reason}</main>;
}
