import { type ReactNode, useId } from 'react';
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import popup from './popup.module.css';

export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  onAction: () => void;
  /** Say why in the menu's note. */
  isDisabled?: boolean | undefined;
}

export interface MenuProps {
  /** what the list is for, to assistive technology; the button is named by what it shows */
  label: string;
  /** what the button shows */
  children: ReactNode;
  actions: readonly MenuAction[];
  /** a sentence under the actions: why some cannot be chosen now */
  note?: string | undefined;
  /** look of the button */
  className: string | undefined;
}

/** A button that opens a short list of actions. */
export function Menu({ label, children, actions, note, className }: MenuProps) {
  const noteId = useId();
  return (
    <MenuTrigger>
      <Button className={classNames(className)}>{children}</Button>
      <Popover className={classNames(popup.popup)} placement="bottom end" offset={4}>
        <AriaMenu
          aria-label={label}
          {...(note && { 'aria-describedby': noteId })}
          className={classNames(popup.list)}
        >
          {actions.map(({ id, label: words, icon, onAction, isDisabled }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              onAction={onAction}
              isDisabled={isDisabled ?? false}
              className={classNames(popup.option)}
            >
              {icon}
              <span>{words}</span>
            </MenuItem>
          ))}
        </AriaMenu>
        {note && (
          <p id={noteId} className={popup.note}>
            {note}
          </p>
        )}
      </Popover>
    </MenuTrigger>
  );
}
