import type { Contract } from '#shared/contract.ts';
import type { Clinic } from '#shared/features/auth/contract.ts';
import { type Report, type ReportParts, reportSchema } from '#shared/features/reports/report.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { PersonalData } from '../../feature-module.ts';
import type { Handlers, TaskContext } from '../../rpc/handlers.ts';
import { reportDocument } from './document.ts';
import { encryptedZip } from './package-files.ts';
import { newPassphrase } from './passphrase.ts';

export interface ReportPorts {
  /** Every feature's own part: a feature that is left out does not compile. */
  readonly parts: { readonly [F in keyof ReportParts]: PersonalData<ReportParts[F]> };
  readonly readClinic: (db: Queries) => Promise<Clinic>;
}

const steps = 3;

export function reportsHandlers(ports: ReportPorts): Handlers<Contract['reports']> {
  return {
    async exportCustomer({ customerId }, context) {
      const { register, host, clock, signal } = context;
      // One snapshot: the parts agree with each other whatever is saved meanwhile.
      const report = await register.database.readTransaction(
        (db) => collect(ports, db, customerId, clock.now()),
        'long',
      );
      const target = await host.chooseSaveTarget(fileName(report));
      if (!target) {
        context.detail({ saved: false });
        return { outcome: 'cancelled', fileName: null, passphrase: null };
      }
      const passphrase = newPassphrase();
      const zip = await packed(report, passphrase, context);
      signal.throwIfAborted();
      await host.writeFile(target.token, zip);
      context.progress('report-save', steps, steps);
      context.detail({ saved: true, bytes: zip.length });
      return { outcome: 'saved', fileName: target.label, passphrase };
    },
  };
}

async function collect(ports: ReportPorts, db: Queries, customerId: string, now: string): Promise<Report> {
  const { customers, visits, consents, audit } = ports.parts;
  const data = {
    customers: await customers.collect(db, customerId),
    visits: await visits.collect(db, customerId),
    consents: await consents.collect(db, customerId),
    audit: await audit.collect(db, customerId),
  };
  return reportSchema.parse({
    formatVersion: 1,
    generatedAt: now,
    language: data.customers.language,
    controller: await ports.readClinic(db),
    data,
  });
}

async function packed(report: Report, passphrase: string, context: TaskContext): Promise<Uint8Array> {
  context.progress('report-print', 0, steps);
  const pdf = await context.host.printToPdf(reportDocument(report));
  context.signal.throwIfAborted();
  context.progress('report-pack', 1, steps);
  const json = Buffer.from(`${JSON.stringify(report, null, 2)}\n`, 'utf8');
  const files = [
    { name: 'report.pdf', bytes: pdf },
    { name: 'report.json', bytes: json },
  ];
  const zip = await encryptedZip(files, passphrase, context.signal);
  context.progress('report-save', 2, steps);
  return zip;
}

/** By customer number only: a file's name must not tell whose data it holds. */
function fileName(report: Report): string {
  return `tarkastusraportti-${report.data.customers.customerNumber}-${dateAt(report.generatedAt)}.zip`;
}
