import type { CustomerCard, RecordOnCard, Ward } from '#shared/features/customers/contract.ts';
import { period, recordText, recordTitle } from '#shared/features/customers/record-text.ts';
import { addMonths, ageOn, dateAt, formatDate, today } from '#shared/values/dates.ts';
import { listName } from '#shared/values/names.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useDraftedPanel } from '../../../app/drafts/use-drafted-panel.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { useUndo } from '../../../app/undo/undo.tsx';
import { allTexts } from '../../../locales/all-texts.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Definition, DefinitionList } from '../../../ui/definition-list.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { AddRecordPanel } from './add-record-panel.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import styles from './records-section.module.css';

interface RecordsSectionProps {
  card: CustomerCard;
  onOpen: (customerId: string) => void;
  onOpenGroup: (groupId: string) => void;
}

const adult = 18;

/** What is recorded beside the form: notes, guardians, names, addresses, credit checks and groups. */
export function RecordsSection({ card, onOpen, onOpenGroup }: RecordsSectionProps) {
  const t = useTexts();
  const panel = useDraftedPanel(['customers.addRecord', 'customers.setGroups'], card.id);
  const addRecord = () => panel.show('customers.addRecord');
  const changeGroups = () => panel.show('customers.setGroups');
  const isMinor = ageOn(card.birthDate, today()) < adult;
  useViewKeys([
    { keys: 'Alt+M', label: t('customers:records.add'), action: addRecord, onBar: false },
    { keys: 'Alt+R', label: t('customers:records.groups'), action: changeGroups, onBar: false },
  ]);
  const records = card.records.filter(({ record }) => record.kind !== 'group');
  return (
    <section>
      <SectionHead
        title={t('customers:records.title')}
        end={
          <LinkButton keys={['Alt', 'M']} onPress={addRecord}>
            {t('customers:records.addLink')}
          </LinkButton>
        }
      />
      <DefinitionList>
        {records.map((found) => (
          <RecordRow key={found.id} card={card} found={found} onOpen={onOpen} />
        ))}
        {card.wards.map((ward) => (
          <Definition
            key={ward.customerId}
            term={t('customers:records.ward')}
            end={
              <LinkButton onPress={() => onOpen(ward.customerId)}>
                {t('customers:records.openCard')}
              </LinkButton>
            }
          >
            {listName(ward)}, {ward.number}
            <span className={styles.dim}>{guardianTime(t, ward, ward.birthDate)}</span>
          </Definition>
        ))}
        <Definition
          term={t('customers:records.groups')}
          end={
            <LinkButton keys={['Alt', 'R']} onPress={changeGroups}>
              {t('customers:records.changeGroups')}
            </LinkButton>
          }
        >
          <GroupWords records={card.records} onOpen={onOpenGroup} />
        </Definition>
      </DefinitionList>
      {panel.open === 'customers.addRecord' && (
        <AddRecordPanel
          key={panel.resumed?.id ?? 'new'}
          customerId={card.id}
          isMinor={isMinor}
          resumed={panel.resumed}
          onClose={panel.close}
        />
      )}
      {panel.open === 'customers.setGroups' && (
        <GroupsPanel
          key={panel.resumed?.id ?? 'new'}
          card={card}
          resumed={panel.resumed}
          onClose={panel.close}
        />
      )}
    </section>
  );
}

interface GroupWordsProps {
  records: readonly RecordOnCard[];
  onOpen: (groupId: string) => void;
}

/** Each word leads to the customers of the group. */
function GroupWords({ records, onOpen }: GroupWordsProps) {
  const t = useTexts();
  const words = records.flatMap(({ record, groupId }) =>
    record.kind === 'group' && groupId !== null ? [{ groupId, name: record.name }] : [],
  );
  if (words.length === 0) return <span className={styles.none}>{t('customers:records.noGroups')}</span>;
  return (
    <span className={styles.groups}>
      {words.map(({ groupId, name }) => (
        <LinkButton key={groupId} onPress={() => onOpen(groupId)}>
          {name}
        </LinkButton>
      ))}
    </span>
  );
}

/** `1.1.2026–`, and that it ends or ended by itself when the ward comes of age. */
function guardianTime(
  t: ReturnType<typeof useTexts>,
  time: Pick<Ward, 'validFrom' | 'validUntil'>,
  birthDate: string,
): string {
  const comesOfAge = addMonths(birthDate, adult * 12);
  if (time.validUntil !== null && time.validUntil < comesOfAge) return period(time);
  const key = comesOfAge <= today() ? 'customers:records.endedAt18' : 'customers:records.endsAt18';
  return t(key, { from: formatDate(time.validFrom), date: formatDate(comesOfAge) });
}

function RecordRow({
  card,
  found,
  onOpen,
}: {
  card: CustomerCard;
  found: RecordOnCard;
  onOpen: (customerId: string) => void;
}) {
  const t = useTexts();
  const { language } = usePreferences();
  const { words } = allTexts[language];
  const { record, other, source, sourceAt, recordedBy } = found;
  const remove = useRemoval(card.id, found.id);
  const isHidden = record.kind === 'address' && record.street === null;
  return (
    <Definition
      term={recordTitle(record, words)}
      end={
        <>
          {other && (
            <LinkButton onPress={() => onOpen(other.customerId)}>
              {t('customers:records.openCard')}
            </LinkButton>
          )}
          <LinkButton onPress={remove}>{t('customers:records.remove')}</LinkButton>
        </>
      }
    >
      {isHidden && <span className={styles.none}>{t('customers:protected.word')}</span>}
      {other && `${listName(other)}, ${other.number}`}
      {record.kind === 'guardian' ? (
        <span className={styles.dim}>{guardianTime(t, record, card.birthDate)}</span>
      ) : (
        !isHidden && <span className={styles.text}>{recordText(record, words, language)}</span>
      )}
      <span className={styles.dim}>
        {t('customers:records.saidBy', {
          source: t(`words:sources.${source}`),
          date: formatDate(dateAt(sourceAt)),
          name: recordedBy,
        })}
      </span>
    </Definition>
  );
}

/** Takes the record away; Ctrl+Z and the toast put it back as it was. */
function useRemoval(customerId: string, id: string): () => void {
  const t = useTexts();
  const undo = useUndo();
  const restore = useCommand(client.customers.restoreRecord);
  const remove = useCommand(client.customers.removeRecord, {
    onDone: () =>
      undo.offer({
        text: t('customers:records.removed'),
        undoneText: t('customers:records.restored'),
        run: () => restore.mutateAsync({ customerId, id }),
      }),
  });
  return () => remove.mutate({ customerId, id });
}
