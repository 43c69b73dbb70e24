// pages-do-not-know-each-other
import '../customers/card.tsx';
