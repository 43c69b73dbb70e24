import type { AuditFinding, AuditVerification } from '#shared/features/audit/verification.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import styles from './findings.module.css';
import { numberText } from './number-text.ts';

/** So many lines are seen at once. */
const fits = 7;

/** Exactly what a verification found, in the order of the log, and up to where people have signed it. */
export function Findings({ result, onClose }: { result: AuditVerification; onClose: () => void }) {
  const t = useTexts();
  const { findings, moreFindings, resumed, isWhole, signed } = result;
  const list = signed.map(({ name, sequence }) =>
    t('audit:log.chain.signedBy', { name, sequence: numberText(sequence) }),
  );
  return (
    <div className={styles.findings}>
      <Banner
        tone="stop"
        role="alert"
        title={t('audit:log.chain.findings')}
        actions={
          <Button small onPress={onClose}>
            {t('audit:log.chain.hide')}
          </Button>
        }
      >
        {/* a long list scrolls: with a tab stop the arrows reach its end */}
        <ul tabIndex={findings.length > fits ? 0 : undefined}>
          {findings.map((finding) => (
            <li key={JSON.stringify(finding)}>{findingText(t, finding)}</li>
          ))}
          {moreFindings > 0 && <li>{t('audit:log.chain.more', { count: moreFindings })}</li>}
        </ul>
        {resumed.length > 0 && (
          <p>{t('audit:log.chain.resumed', { list: resumed.map(numberText).join(', ') })}</p>
        )}
        <p>{t('audit:log.chain.next')}</p>
        {!isWhole && <p>{t('audit:log.chain.notWhole')}</p>}
        {list.length > 0 && <p>{t('audit:log.chain.signed', { list: list.join(', ') })}</p>}
      </Banner>
    </div>
  );
}

/** One thing that was done to the log, in one sentence. */
export function findingText(t: Translate, finding: AuditFinding): string {
  const sequence = numberText(finding.sequence);
  switch (finding.kind) {
    case 'changed':
      return t(`audit:log.chain.finding.${finding.sealedAgain ? 'changedSealed' : 'changed'}`, { sequence });
    case 'inserted':
      return t('audit:log.chain.finding.inserted', { sequence });
    case 'reordered':
      return t('audit:log.chain.finding.reordered', { sequence, belongsAt: numberText(finding.belongsAt) });
    case 'removed':
      return finding.to === finding.sequence
        ? t('audit:log.chain.finding.removedOne', { sequence })
        : t('audit:log.chain.finding.removed', { sequence, to: numberText(finding.to) });
    case 'details-changed':
      return t('audit:log.chain.finding.detailsChanged', { sequence });
    case 'cut':
      return t('audit:log.chain.finding.cut', { sequence, to: numberText(finding.to) });
    case 'rewritten':
      return t('audit:log.chain.finding.rewritten', { sequence, since: numberText(finding.since) });
    case 'head-forged':
      return t('audit:log.chain.finding.headForged', { sequence, name: finding.name });
  }
}
