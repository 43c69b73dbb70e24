import type { ReactNode } from 'react';
import { Menu as AriaMenu, Button, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { classNames } from './class-names.ts';
import popup from './popup.module.css';

export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  onAction: () => void;
}

export interface MenuProps {
  /** what the list is for, to assistive technology; the button is named by what it shows */
  label: string;
  /** what the button shows */
  children: ReactNode;
  actions: readonly MenuAction[];
  /** look of the button */
  className: string | undefined;
}

/** A button that opens a short list of actions. */
export function Menu({ label, children, actions, className }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={classNames(className)}>{children}</Button>
      <Popover className={classNames(popup.popup)} placement="bottom end" offset={4}>
        <AriaMenu aria-label={label} className={classNames(popup.list)}>
          {actions.map(({ id, label: words, icon, onAction }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={words}
              onAction={onAction}
              className={classNames(popup.option)}
            >
              {icon}
              <span>{words}</span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
