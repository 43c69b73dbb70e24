// no-unresolved
import './nowhere.ts';
