import { z } from 'zod';

// zod would try `new Function` for speed, which the content security policy refuses and reports. It tries when
// a schema is made, so this module must be imported before any that makes one.
z.config({ jitless: true });
