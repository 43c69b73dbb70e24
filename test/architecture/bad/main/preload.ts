// preload-stays-thin
import './electron/window.ts';
