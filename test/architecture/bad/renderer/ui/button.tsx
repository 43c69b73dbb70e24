// ui-has-no-business-words
import '../features/customers/card.tsx';
