// page-and-main-meet-in-shared
import '../main/electron/window.ts';
