import { changeVaultFile } from '#main/register/vault/vault-file.ts';

/** Changes the clinic's town without end; tells its parent after the first change. */
const folder = process.argv[2] ?? '';
for (let change = 0; ; change += 1) {
  const city = `Helsinki ${process.pid} ${change}`;
  await changeVaultFile(folder, (content) => ({ ...content, clinic: { ...content.clinic, city } }));
  if (change === 0) process.send?.('changed');
}
