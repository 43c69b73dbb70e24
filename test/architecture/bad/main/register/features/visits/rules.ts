// rules-are-pure
import './store.ts';
