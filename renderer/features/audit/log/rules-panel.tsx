import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { UnusualRules } from '#shared/features/audit/unusual.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { type RulesProblems, readRules, type TypedRules, typedRules } from './rules-form.ts';
import styles from './rules-panel.module.css';

/** What the program marks as unusual, in plain words that a manager can change. */
export function RulesPanel({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const read = useQuery({ ...client.audit.rules(), staleTime: 0, gcTime: 0 });
  const { data, error } = read;
  if (data) return <RulesForm {...data} onClose={onClose} />;
  return (
    <SidePanel title={t('audit:log.supervision.title')} closeLabel={t('close')} onClose={onClose}>
      <ReadFault of={read} />
      {!error && <Skeleton label={t('audit:log.row.loading')} rows={8} />}
    </SidePanel>
  );
}

interface RulesFormProps {
  rules: UnusualRules;
  version: number;
  onClose: () => void;
}

function RulesForm({ rules, version, onClose }: RulesFormProps) {
  const t = useTexts();
  const faults = useFaultTexts();
  const toasts = useToasts();
  const [typed, setTyped] = useState(() => typedRules(rules));
  // What was typed began from this one: rules that somebody else saves meanwhile are not overwritten unseen.
  const [seenVersion] = useState(version);
  const [problems, setProblems] = useState<RulesProblems>({});
  const save = useCommand(client.audit.setRules, {
    onDone: () => {
      toasts.show({ text: t('audit:log.supervision.saved') });
      onClose();
    },
  });
  const send = () => {
    const read = readRules(typed);
    setProblems('problems' in read ? read.problems : {});
    if ('rules' in read) save.mutate({ rules: read.rules, expectedVersion: seenVersion });
  };
  useViewKeys([{ keys: 'Ctrl+Enter', label: t('save'), action: send }]);
  const set = (part: Partial<TypedRules>) => setTyped({ ...typed, ...part });
  const problem = (field: string) => {
    const code = problems[field];
    return code && faults.ofIssue(code);
  };
  const field = (name: 'cards' | 'minutes' | 'cardsInDay', label: string) => (
    <TextField
      label={label}
      value={typed[name]}
      onChange={(text) => set({ [name]: text })}
      error={problem(name)}
      isNumeric
      inputMode="numeric"
      maxLength={4}
    />
  );
  return (
    <SidePanel
      title={t('audit:log.supervision.title')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <>
          <Button keys="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" keys={['Ctrl', 'Enter']} isPending={save.isPending} onPress={send}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={styles.rules}>
        <p className={styles.lead}>{t('audit:log.supervision.lead')}</p>
        {save.error && <Banner tone="stop" role="alert" title={faults.ofError(save.error)} />}
        <Rule
          title={t('audit:log.supervision.ownFamilyName')}
          text={t('audit:log.supervision.ownFamilyNameText')}
          isOn={typed.ownFamilyName}
          onChange={(ownFamilyName) => set({ ownFamilyName })}
        />
        <Rule
          title={t('audit:log.supervision.manyCards')}
          text={t('audit:log.supervision.manyCardsText')}
          isOn={typed.manyCards}
          onChange={(manyCards) => set({ manyCards })}
        >
          {field('cards', t('audit:log.supervision.cards'))}
          {field('minutes', t('audit:log.supervision.minutes'))}
        </Rule>
        <Rule
          title={t('audit:log.supervision.manyCardsInDay')}
          text={t('audit:log.supervision.manyCardsInDayText')}
          isOn={typed.manyCardsInDay}
          onChange={(manyCardsInDay) => set({ manyCardsInDay })}
        >
          {field('cardsInDay', t('audit:log.supervision.cards'))}
        </Rule>
        <Rule
          title={t('audit:log.supervision.outsideHours')}
          text={t('audit:log.supervision.outsideHoursText')}
          isOn={typed.outsideHours}
          onChange={(outsideHours) => set({ outsideHours })}
        >
          <Week typed={typed} set={set} problem={problem} />
        </Rule>
      </div>
    </SidePanel>
  );
}

interface RuleProps {
  title: string;
  text: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  /** limits of the rule; hidden while it is off */
  children?: ReactNode;
}

function Rule({ title, text, isOn, onChange, children }: RuleProps) {
  return (
    <fieldset className={styles.rule}>
      <Checkbox isSelected={isOn} onChange={onChange}>
        <b>{title}</b>
      </Checkbox>
      <p>{text}</p>
      {isOn && children && <div className={styles.limits}>{children}</div>}
    </fieldset>
  );
}

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

interface WeekProps {
  typed: TypedRules;
  set: (part: Partial<TypedRules>) => void;
  problem: (field: string) => string | undefined;
}

function Week({ typed, set, problem }: WeekProps) {
  const t = useTexts();
  const change = (day: number, part: { from?: string; to?: string }) =>
    set({ week: typed.week.map((hours, index) => (index === day ? { ...hours, ...part } : hours)) });
  return (
    <div className={styles.week}>
      <span />
      <span aria-hidden="true">{t('audit:log.supervision.opens')}</span>
      <span aria-hidden="true">{t('audit:log.supervision.closes')}</span>
      {days.map((weekday, day) => {
        const name = t(`audit:log.supervision.days.${weekday}`);
        const hours = typed.week[day] ?? { from: '', to: '' };
        return (
          <div key={weekday} className={styles.day}>
            <span>{name}</span>
            {(['from', 'to'] as const).map((end) => (
              <TextField
                key={end}
                isLabelHidden
                label={`${name}, ${t(`audit:log.supervision.${end === 'from' ? 'opens' : 'closes'}`)}`}
                value={hours[end]}
                onChange={(text) => change(day, { [end]: text })}
                error={problem(`week.${day}.${end}`)}
                isNumeric
                maxLength={5}
              />
            ))}
          </div>
        );
      })}
      <p>{t('audit:log.supervision.hoursHelp')}</p>
    </div>
  );
}
