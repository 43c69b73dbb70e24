import type { Contract, Feature } from '#shared/contract.ts';
import type { ReportParts } from '#shared/features/reports/report.ts';
import type { Queries } from './database/database.ts';
import type { Handlers } from './rpc/handlers.ts';

/** How a feature answers for what it holds of one customer, so that no report can forget a feature. */
export interface PersonalData<Part> {
  /** Everything, complete and unaltered (GDPR Art. 15(3)); read inside one snapshot by the caller. */
  collect(db: Queries, customerId: string): Promise<Part>;
}

/** What every feature gives to the register. `null` says on purpose: nothing about customers is kept. */
export interface FeatureModule<F extends Feature> {
  readonly handlers: Handlers<Contract[F]>;
  readonly personalData: F extends keyof ReportParts ? PersonalData<ReportParts[F]> : null;
}

/** What a feature puts into a new register, such as the first wordings. */
export type Seed = (tx: Queries, about: NewRegisterFacts) => Promise<void>;

export interface NewRegisterFacts {
  readonly clinicName: string;
  readonly person: { readonly id: string; readonly name: string };
  /** UTC instant. */
  readonly now: string;
  readonly newId: () => string;
}
