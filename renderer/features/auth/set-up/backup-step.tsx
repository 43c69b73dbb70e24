export function BackupStep() {
  return <main />;
}
