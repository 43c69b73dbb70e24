// product-without-tests-and-scripts
import '../test/support.ts';
