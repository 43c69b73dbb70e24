import { Check, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { Brand } from '../../../app/shell/brand.tsx';
import { useTitleBar } from '../../../app/title-bar.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { LanguageSwitch } from '../door/language-switch.tsx';
import styles from './wizard-frame.module.css';

const steps = ['clinic', 'person', 'key', 'backup'] as const;
export type StepNumber = 1 | 2 | 3 | 4;

interface WizardFrameProps {
  step: StepNumber;
  title: string;
  lead: string;
  children: ReactNode;
  /** Buttons of the foot; what goes first stands at the left. */
  footer: ReactNode;
}

/** The steps on the left, one step on the right. */
export function WizardFrame({ step, title, lead, children, footer }: WizardFrameProps) {
  useTitleBar('surface');
  return (
    <div className={styles.frame}>
      <Steps current={step} />
      <main className={styles.right}>
        <div className={styles.head}>
          <LanguageSwitch />
        </div>
        <div className={styles.content}>
          <h1>{title}</h1>
          <p className={styles.lead}>{lead}</p>
          {children}
        </div>
        <footer className={styles.foot}>{footer}</footer>
      </main>
    </div>
  );
}

/** Pushes the buttons after it to the right end. */
export function FootGap() {
  return <span className={styles.gap} />;
}

export function FootNote({ children }: { children: ReactNode }) {
  return <span className={styles.note}>{children}</span>;
}

function Steps({ current }: { current: StepNumber }) {
  const t = useTexts();
  return (
    <aside className={styles.left} aria-label={t('auth:setUp.steps')}>
      <div className={styles.bar}>
        <Brand />
      </div>
      <div className={styles.steps}>
        <h2>{t('auth:setUp.title')}</h2>
        <p>{t('auth:setUp.lead')}</p>
        <ol>
          {steps.map((name, index) => (
            <Step key={name} name={name} number={index + 1} current={current} />
          ))}
        </ol>
      </div>
      <p className={styles.local}>
        <WifiOff size={15} aria-hidden="true" />
        {t('auth:setUp.local')}
      </p>
    </aside>
  );
}

function Step({
  name,
  number,
  current,
}: {
  name: (typeof steps)[number];
  number: number;
  current: StepNumber;
}) {
  const t = useTexts();
  const isDone = number < current;
  return (
    <li
      data-state={isDone ? 'done' : number === current ? 'now' : 'later'}
      aria-current={number === current ? 'step' : undefined}
    >
      <span className={styles.number}>
        {isDone ? <Check size={15} strokeWidth={3} aria-label={t('auth:setUp.done')} /> : number}
      </span>
      <span>
        <b>{t(`auth:setUp.step.${name}`)}</b>
        <small>{t(`auth:setUp.step.${name}Hint`)}</small>
      </span>
    </li>
  );
}
