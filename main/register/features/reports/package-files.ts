import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

/** WinZip AE-2 with AES-256: opened by 7-Zip, WinZip, Keka and the file managers of common desktops. */
const aes256 = 3;

/** One encrypted ZIP in memory: no unencrypted copy of the files is ever written anywhere. */
export async function encryptedZip(
  files: readonly { name: string; bytes: Uint8Array }[],
  passphrase: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password: passphrase, encryptionStrength: aes256 });
  for (const { name, bytes } of files) await zip.add(name, new Uint8ArrayReader(bytes), { signal });
  return zip.close();
}
