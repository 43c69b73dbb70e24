import { ArrowBigUp, Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { IconButton } from './button.tsx';
import styles from './password-field.module.css';
import { TextField, type TextFieldProps } from './text-field.tsx';

export interface PasswordFieldTexts {
  show: string;
  hide: string;
  capsLock: string;
}

export interface PasswordFieldProps
  extends Omit<
    TextFieldProps,
    'suffix' | 'suffixTone' | 'type' | 'onKeyDown' | 'onKeyUp' | 'isMono' | 'isNumeric' | 'align'
  > {
  texts: PasswordFieldTexts;
}

/** A password that can be pasted and shown, and that tells when Caps Lock is on. */
export function PasswordField({ texts, children, ...field }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const readCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const toggle = (
    <IconButton
      small
      label={isShown ? texts.hide : texts.show}
      icon={isShown ? <EyeOff size={16} /> : <Eye size={16} />}
      onPress={() => setIsShown(!isShown)}
      isDisabled={field.isDisabled}
    />
  );
  return (
    <div className={styles.password}>
      <TextField
        {...field}
        type={isShown ? 'text' : 'password'}
        suffix={toggle}
        onKeyDown={readCapsLock}
        // the key that turns Caps Lock on reports the new state only when it goes up
        onKeyUp={readCapsLock}
      >
        <div role="status">
          {capsLock && (
            <p className={styles.caps}>
              <ArrowBigUp size={15} aria-hidden="true" />
              {texts.capsLock}
            </p>
          )}
        </div>
        {children}
      </TextField>
    </div>
  );
}
