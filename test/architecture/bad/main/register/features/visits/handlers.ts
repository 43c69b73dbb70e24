// handlers-join-their-own-feature
import '../../vault/vault.ts';
