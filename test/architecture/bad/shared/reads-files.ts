// no-node-outside-main
import 'node:fs';
