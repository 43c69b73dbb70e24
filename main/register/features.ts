import type { Feature } from '#shared/contract.ts';
import type { FeatureModule, Seed } from './feature-module.ts';
import { auditHandlers } from './features/audit/handlers.ts';
import { authHandlers } from './features/auth/handlers.ts';
import { seedWordings } from './features/consents/first-wordings.ts';
import { consentsHandlers } from './features/consents/handlers.ts';
import { consentsPersonalData } from './features/consents/personal-data.ts';
import { customerExists } from './features/customers/customer-exists.ts';
import { settingsHandlers } from './features/settings/handlers.ts';
import { seedPriceList } from './features/visits/first-price-list.ts';
import { visitsHandlers } from './features/visits/handlers.ts';
import { visitsPersonalData } from './features/visits/personal-data.ts';
import type { AllHandlers } from './rpc/handlers.ts';

export type Features = { readonly [F in Feature]: FeatureModule<F> };

/** What features put into a new register. */
const seeds: readonly Seed[] = [seedPriceList, seedWordings];

/** Every feature of the register: one line each. What one needs of another is handed over here. */
export function registerFeatures(): Features {
  return {
    auth: { handlers: authHandlers({ seeds }), personalData: null },
    visits: { handlers: visitsHandlers, personalData: visitsPersonalData },
    consents: { handlers: consentsHandlers({ customerExists }), personalData: consentsPersonalData },
    audit: { handlers: auditHandlers, personalData: null },
    settings: { handlers: settingsHandlers, personalData: null },
  } as unknown as Features;
}

export function handlersOf(features: Features): AllHandlers {
  const entries = Object.entries(features).map(([name, { handlers }]) => [name, handlers]);
  return Object.fromEntries(entries) as AllHandlers;
}
