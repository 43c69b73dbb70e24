// no-cycles
import './hen.ts';
