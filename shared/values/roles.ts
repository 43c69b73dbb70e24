import { z } from 'zod';

/**
 * `reception` serves customers, `manager` also reviews consents and answers requests, `admin` runs
 * accounts, keys and backups and has, by that role alone, no right to customer data.
 */
export const roles = ['reception', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);
