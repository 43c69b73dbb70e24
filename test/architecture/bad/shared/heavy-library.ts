// shared-only-pure-libraries
import 'react';
