// electron-without-register
import './register/vault/vault.ts';
