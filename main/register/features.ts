import type { Feature } from '#shared/contract.ts';
import type { FeatureModule } from './feature-module.ts';
import { auditHandlers } from './features/audit/handlers.ts';
import type { Seed } from './features/auth/create-register.ts';
import { authHandlers } from './features/auth/handlers.ts';
import { settingsHandlers } from './features/settings/handlers.ts';
import type { AllHandlers } from './rpc/handlers.ts';

export type Features = { readonly [F in Feature]: FeatureModule<F> };

/** What features put into a new register. */
const seeds: readonly Seed[] = [];

/** Every feature of the register: one line each. What one needs of another is handed over here. */
export function registerFeatures(): Features {
  return {
    auth: { handlers: authHandlers({ seeds }), personalData: null },
    audit: { handlers: auditHandlers, personalData: null },
    settings: { handlers: settingsHandlers, personalData: null },
  } as unknown as Features;
}

export function handlersOf(features: Features): AllHandlers {
  const entries = Object.entries(features).map(([name, { handlers }]) => [name, handlers]);
  return Object.fromEntries(entries) as AllHandlers;
}
