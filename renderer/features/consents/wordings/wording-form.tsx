import { zodResolver } from '@hookform/resolvers/zod';
import { type UseFormReturn, useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { Wording } from '#shared/features/consents/contract.ts';
import { languages } from '#shared/values/language.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { KeptMark } from '../../../app/drafts/kept-mark.tsx';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { type TypedTexts, useTypedTexts } from './typed-texts.ts';
import {
  startOf,
  type WordingFormInput,
  type WordingFormOutput,
  wordingFormSchema,
} from './wording-form-schema.ts';
import { WordingPreview } from './wording-preview.tsx';
import styles from './wordings-page.module.css';

interface WordingFormProps {
  wording: Wording;
  typed: TypedTexts;
  draftId: string;
  keptAt: string | null;
  /** The draft was written for a version that has been replaced since. */
  isOvertaken: boolean;
  onPublished: () => void;
  /** The person wants the version in force back. */
  onGiveUp: () => void;
}

/** Writes the next version of one wording. Give it the current wording's id as `key`. */
export function WordingForm({ wording, typed, draftId, keptAt, isOvertaken, ...on }: WordingFormProps) {
  const t = useTexts();
  const faults = useFaultTexts();
  const toasts = useToasts();
  const { purpose, version } = wording;
  const form = useForm<WordingFormInput, unknown, WordingFormOutput>({
    defaultValues: startOf(wording),
    resolver: zodResolver(wordingFormSchema),
  });
  const publish = useCommand(client.consents.publishWording, {
    draftId,
    onDone: (published) => {
      on.onPublished();
      toasts.show({
        text: t('consents:wordings.published_toast', {
          purpose: t(`words:purposes.${purpose}`),
          version: published.version,
        }),
      });
    },
  });
  useTypedTexts(form, wording.id, typed);
  const { isDirty, errors } = form.formState;
  const save = form.handleSubmit((values) =>
    publish.mutate({ id: uuidv7(), purpose, basedOnVersion: version, ...values }),
  );
  useViewKeys([
    {
      keys: 'Ctrl+Enter',
      label: t('consents:record.save'),
      action: () => void save(),
      isEnabled: isDirty,
    },
  ]);
  const problems = languages
    .filter((language) => errors.texts?.[language])
    .map((language) => ({ id: `texts.${language}`, label: t(`consents:wordings.texts.${language}`) }));
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
      <div className={styles.head}>
        <div>
          <h2>{t(`words:purposes.${purpose}`)}</h2>
          <span>{t('consents:wordings.edit', { version: version + 1 })}</span>
        </div>
        <ErrorSummary title={t('errorSummary', { count: problems.length })} problems={problems} />
      </div>
      {publish.error && (
        <Banner tone="stop" role="alert">
          {publish.error.fault.kind === 'conflict'
            ? t('consents:wordings.conflict')
            : faults.ofError(publish.error)}
        </Banner>
      )}
      {isOvertaken && !publish.error && (
        <Banner tone="warn" role="status">
          {t('consents:wordings.conflict')}
        </Banner>
      )}
      <TextColumns form={form} />
      <div className={styles.foot}>
        <Controlled control={form.control} name="validMonths" errorText={faults.ofIssue}>
          {(field) => (
            <TextField
              {...field}
              label={t('consents:wordings.validMonths')}
              mark={t('consents:wordings.monthsUnit')}
              help={t('consents:wordings.validMonthsHelp')}
            />
          )}
        </Controlled>
        <p>
          {t(isDirty ? 'consents:wordings.effect' : 'consents:wordings.unchanged')}{' '}
          {isDirty && <KeptMark keptAt={keptAt} />}
        </p>
        <Button variant="quiet" isDisabled={!isDirty} onPress={on.onGiveUp}>
          {t('consents:wordings.discard')}
        </Button>
        <Button
          variant="primary"
          keys={['Ctrl', 'Enter']}
          isDisabled={!isDirty}
          isPending={publish.isPending}
          onPress={() => void save()}
        >
          {t('consents:wordings.save', { version: version + 1 })}
        </Button>
      </div>
      <WordingPreview purpose={purpose} texts={form.watch('texts')} />
    </form>
  );
}

/** The three languages side by side, so that they are written as one. */
function TextColumns({ form }: { form: UseFormReturn<WordingFormInput, unknown, WordingFormOutput> }) {
  const t = useTexts();
  const faults = useFaultTexts();
  return (
    <>
      <div className={styles.columns}>
        {languages.map((language) => (
          <Controlled
            key={language}
            control={form.control}
            name={`texts.${language}`}
            errorText={faults.ofIssue}
          >
            {(field) => (
              <div lang={language}>
                <TextArea
                  {...field}
                  label={t(`consents:wordings.texts.${language}`)}
                  rows={6}
                  maxLength={2000}
                />
              </div>
            )}
          </Controlled>
        ))}
      </div>
      <p className={styles.help}>{t('consents:wordings.textHelp')}</p>
    </>
  );
}
