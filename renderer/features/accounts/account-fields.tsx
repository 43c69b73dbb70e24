import type { Control } from 'react-hook-form';
import { z } from 'zod';
import { accountNameSchema, accountRolesSchema } from '#shared/features/accounts/contract.ts';
import { type Role, roles } from '#shared/values/roles.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { CheckboxGroup } from '../../ui/checkbox-group.tsx';
import { Controlled } from '../../ui/form/controlled.tsx';
import { TextField } from '../../ui/text-field.tsx';

export const accountFormSchema = z.strictObject({ name: accountNameSchema, roles: accountRolesSchema });
export interface AccountForm {
  name: string;
  roles: Role[];
}

/** Name and roles: of a new person, or of one who has an account. */
export function AccountFields({ control, isNew }: { control: Control<AccountForm>; isNew: boolean }) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const bind = { control, errorText: ofIssue };
  return (
    <>
      <Controlled {...bind} name="name">
        {(field) => (
          <TextField
            // F3 asked for it
            autoFocus={isNew}
            label={t('accounts:detail.name')}
            help={isNew ? t('accounts:detail.nameHelp') : undefined}
            {...field}
          />
        )}
      </Controlled>
      <Controlled {...bind} name="roles">
        {(field) => (
          <CheckboxGroup
            label={t('accounts:detail.roles')}
            help={isNew ? t('accounts:detail.rolesHelp') : undefined}
            choices={roles.map((role) => ({ value: role, label: t(`words:roles.${role}`) }))}
            {...field}
            onChange={(chosen) => field.onChange([...chosen])}
          />
        )}
      </Controlled>
    </>
  );
}
