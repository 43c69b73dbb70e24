// shared-stands-alone
import '../main/electron/window.ts';
