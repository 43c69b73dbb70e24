// features-do-not-know-each-other
import '../customers/store.ts';
