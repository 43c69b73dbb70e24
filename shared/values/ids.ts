import { z } from 'zod';

/** UUIDv7 (RFC 9562), made by whoever creates the thing, so that ids never depend on a server. */
export const idSchema = z.uuid({ version: 'v7', error: 'invalid' });
