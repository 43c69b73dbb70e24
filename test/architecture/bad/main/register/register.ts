// register-without-electron
import 'electron';
