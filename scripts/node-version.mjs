// The first import of every script: it depends on nothing, so that an old Node gets this far.
const oldest = { major: 20, minor: 19 };

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
  console.error(
    `\nVastaanotto needs Node ${oldest.major}.${oldest.minor} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'Install a newer Node and type the command again.\n',
  );
  process.exit(1);
}
